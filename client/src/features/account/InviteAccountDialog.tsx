import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountRole } from '#shared/http/accounts.ts'
import { maxPersonNameLength } from '#shared/limits.ts'
import { inviteAccount } from '../../api/accounts.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { Field, Select } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { useProblemText } from '../problem/index.ts'
import { LinkDialog } from './LinkDialog.tsx'

const roles: readonly AccountRole[] = ['facilitator', 'administrator']

export function InviteAccountDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('account')
  const problemText = useProblemText()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<AccountRole>('facilitator')
  const invitation = useMutation({
    mutationFn: () =>
      inviteAccount({
        role,
        ...(name.trim() ? { name: name.trim() } : {}),
        ...(email.trim() ? { email: email.trim() } : {}),
      }),
  })
  if (invitation.data) {
    return <LinkDialog title={t('accounts.invitationReady')} link={invitation.data} onClose={onClose} />
  }
  return (
    <Dialog isOpen onClose={onClose} title={t('accounts.invite')} description={t('accounts.inviteText')}>
      <Form
        onSubmit={() => (invitation.isPending ? undefined : invitation.mutate())}
        problem={invitation.isError ? problemText(invitation.error) : undefined}
      >
        <Select
          label={t('accounts.role')}
          hint={t(`accounts.roleHint.${role}`)}
          value={role}
          onChange={(event) => setRole(roles.find((each) => each === event.currentTarget.value) ?? role)}
        >
          {roles.map((each) => (
            <option key={each} value={each}>
              {t(`role.${each}`)}
            </option>
          ))}
        </Select>
        <Field
          label={t('name')}
          dir="auto"
          isOptional
          maxLength={maxPersonNameLength}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Field
          label={t('email')}
          type="email"
          dir="ltr"
          isOptional
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <DialogActions>
          <Button kind="primary" type="submit" isBusy={invitation.isPending}>
            {t('accounts.makeLink')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
