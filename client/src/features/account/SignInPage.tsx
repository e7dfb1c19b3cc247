import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { signIn } from '../../api/accounts.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { EntryFrame, EntryHeading } from '../entry/index.ts'
import { useProblemText } from '../problem/index.ts'
import { safeNext } from './safe-next.ts'

export function SignInPage() {
  const { t } = useTranslation('account')
  const [params] = useSearchParams()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const problemText = useProblemText()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const attempt = useMutation({
    mutationFn: () => signIn({ email, password }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: queryKeys.me })
      await navigate(safeNext(params.get('next')), { replace: true })
    },
  })
  return (
    <EntryFrame title={t('signIn.title')}>
      <EntryHeading>
        <h1>{t('signIn.title')}</h1>
        <p>{t('signIn.text')}</p>
      </EntryHeading>
      <Form
        onSubmit={() => (attempt.isPending ? undefined : attempt.mutate())}
        problem={attempt.isError ? problemText(attempt.error) : undefined}
      >
        <Field
          label={t('email')}
          type="email"
          autoComplete="username"
          dir="ltr"
          required
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <Field
          label={t('password')}
          type="password"
          autoComplete="current-password"
          dir="ltr"
          required
          hint={t('signIn.forgotten')}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button kind="primary" type="submit" isWide isBusy={attempt.isPending}>
          {t('signIn.action')}
        </Button>
      </Form>
      <p>
        <Link to="/join">{t('signIn.joinInstead')}</Link>
      </p>
    </EntryFrame>
  )
}
