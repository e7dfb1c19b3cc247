import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { AccountLink } from '#shared/http/accounts.ts'
import { maxPasswordLength, maxPersonNameLength, minPasswordLength } from '#shared/limits.ts'
import { followAccountLink } from '../../api/accounts.ts'
import { ProblemError } from '../../api/problem-error.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { useProblemText } from '../problem/index.ts'

export function AccountLinkForm({ secret, link }: { readonly secret: string; readonly link: AccountLink }) {
  const { t } = useTranslation('account')
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const problemText = useProblemText()
  const [name, setName] = useState(link.name ?? '')
  const [email, setEmail] = useState(link.email ?? '')
  const [password, setPassword] = useState('')
  const [hasTried, setHasTried] = useState(false)
  const isReset = link.purpose === 'password-reset'

  const attempt = useMutation({
    mutationFn: () => followAccountLink(secret, isReset ? { password } : { name: name.trim(), email, password }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: queryKeys.me })
      await navigate('/', { replace: true })
    },
  })
  const wrong = {
    name: !isReset && name.trim() === '' ? t('check.name') : undefined,
    email:
      !isReset && (!/^\S+@\S+$/.test(email.trim()) || isEmailRefused(attempt.error)) ? t('check.email') : undefined,
    password: password.length < minPasswordLength ? t('check.password', { count: minPasswordLength }) : undefined,
  }
  const submit = () => {
    setHasTried(true)
    if (attempt.isPending || wrong.name || wrong.password || (wrong.email && !attempt.isError)) return
    attempt.mutate()
  }
  return (
    <Form onSubmit={submit} problem={attempt.isError ? problemText(attempt.error) : undefined}>
      {isReset ? null : (
        <>
          <Field
            label={t('name')}
            autoComplete="name"
            dir="auto"
            required
            maxLength={maxPersonNameLength}
            value={name}
            error={hasTried ? wrong.name : undefined}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Field
            label={t('email')}
            type="email"
            autoComplete="username"
            dir="ltr"
            required
            value={email}
            error={hasTried ? wrong.email : undefined}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
        </>
      )}
      <Field
        label={t(isReset ? 'newPassword' : 'password')}
        type="password"
        autoComplete="new-password"
        dir="ltr"
        required
        maxLength={maxPasswordLength}
        hint={t('passwordHint', { count: minPasswordLength })}
        value={password}
        error={hasTried ? wrong.password : undefined}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Button kind="primary" type="submit" isWide isBusy={attempt.isPending}>
        {t(`welcome.${link.purpose}.action`)}
      </Button>
    </Form>
  )
}

function isEmailRefused(error: unknown): boolean {
  return error instanceof ProblemError && error.code === 'invalid_input' && 'email' in error.fields
}
