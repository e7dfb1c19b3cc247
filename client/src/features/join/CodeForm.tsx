import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { inviteCodeLength, normaliseInviteCode } from '#shared/ids.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import styles from './JoinPage.module.css'

/** Six characters in, as people read them aloud: any capitals, spaces and dashes are taken. */
export function CodeForm({ problem }: { readonly problem?: string }) {
  const { t } = useTranslation('join')
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const [hasTried, setHasTried] = useState(false)
  const code = normaliseInviteCode(typed)
  const isIncomplete = code.length < inviteCodeLength
  const submit = () => {
    setHasTried(true)
    if (!isIncomplete) void navigate(`/join/${encodeURIComponent(code)}`)
  }
  return (
    <Form onSubmit={submit} problem={problem}>
      <Field
        label={t('code.label')}
        hint={t('code.hint')}
        className={styles.code}
        dir="ltr"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        enterKeyHint="go"
        value={typed}
        error={hasTried && isIncomplete ? t('code.incomplete', { count: inviteCodeLength }) : undefined}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button kind="primary" type="submit" isWide>
        {t('code.action')}
      </Button>
    </Form>
  )
}
