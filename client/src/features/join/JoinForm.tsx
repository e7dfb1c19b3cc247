import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { InvitePreview } from '#shared/http/invites.ts'
import { maxOrganisationLength, maxPersonNameLength } from '#shared/limits.ts'
import { joinBoard } from '../../api/invites.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { whenIdle } from '../../ui/when-idle.ts'
import { fetchBoardCode } from '../board/index.ts'
import { CountrySelect } from '../country/index.ts'
import { useProblemText } from '../problem/index.ts'

export type JoinFormProps = {
  readonly code: string
  /** Who joined from this device before. */
  readonly me: InvitePreview['me']
  /** Whoever joined from this device before, this is another person. */
  readonly isSomebodyElse: boolean
}

export function JoinForm({ code, me, isSomebodyElse }: JoinFormProps) {
  const { t } = useTranslation('join')
  const navigate = useNavigate()
  const problemText = useProblemText()
  const [name, setName] = useState(me?.name ?? '')
  const [country, setCountry] = useState(me?.country ?? null)
  const [organisation, setOrganisation] = useState(me?.organisation ?? '')
  const [hasTried, setHasTried] = useState(false)
  const isNameless = name.trim() === ''
  // While the person types her name.
  useEffect(() => whenIdle(fetchBoardCode), [])

  const joining = useMutation({
    mutationFn: () =>
      joinBoard({
        ...{ code, name: name.trim(), country, organisation: organisation.trim() || null },
        ...(isSomebodyElse && { isSomebodyElse }),
      }),
    onSuccess: ({ boardId }) => void navigate(`/boards/${boardId}`, { replace: true }),
  })
  const submit = () => {
    setHasTried(true)
    if (!isNameless && !joining.isPending && !joining.isSuccess) joining.mutate()
  }
  const isUnchanged = me !== null && name.trim() === me.name
  return (
    <Form onSubmit={submit} problem={joining.isError ? problemText(joining.error) : undefined}>
      <Field
        label={t('name')}
        autoComplete="name"
        dir="auto"
        required
        // Where the button was that brought her here, there is none any more.
        autoFocus={isSomebodyElse}
        enterKeyHint="next"
        maxLength={maxPersonNameLength}
        value={name}
        error={hasTried && isNameless ? t('nameMissing') : undefined}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <CountrySelect label={t('country')} country={country} onChange={setCountry} />
      <Field
        label={t('organisation')}
        autoComplete="organization"
        dir="auto"
        isOptional
        enterKeyHint="go"
        maxLength={maxOrganisationLength}
        value={organisation}
        onChange={(event) => setOrganisation(event.currentTarget.value)}
      />
      <Button kind="primary" type="submit" isWide isBusy={joining.isPending || joining.isSuccess}>
        {isUnchanged ? t('continueAs', { name: me.name }) : t('action')}
      </Button>
    </Form>
  )
}
