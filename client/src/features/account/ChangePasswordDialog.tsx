import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { maxPasswordLength, minPasswordLength } from '#shared/limits.ts'
import { changePassword } from '../../api/accounts.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { useToast } from '../../ui/Toaster.tsx'
import { useProblemText } from '../problem/index.ts'

export function ChangePasswordDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('account')
  const toast = useToast()
  const problemText = useProblemText()
  const [currentPassword, setCurrentPassword] = useState('')
  const [newPassword, setNewPassword] = useState('')
  const [hasTried, setHasTried] = useState(false)
  const isTooShort = newPassword.length < minPasswordLength
  const attempt = useMutation({
    mutationFn: () => changePassword({ currentPassword, newPassword }),
    onSuccess: () => {
      toast({ text: t('passwordChanged') })
      onClose()
    },
  })
  const submit = () => {
    setHasTried(true)
    if (!isTooShort && !attempt.isPending) attempt.mutate()
  }
  return (
    <Dialog isOpen onClose={onClose} title={t('changePassword')} description={t('changePasswordText')}>
      <Form onSubmit={submit} problem={attempt.isError ? problemText(attempt.error) : undefined}>
        <Field
          label={t('currentPassword')}
          type="password"
          autoComplete="current-password"
          dir="ltr"
          value={currentPassword}
          onChange={(event) => setCurrentPassword(event.currentTarget.value)}
        />
        <Field
          label={t('newPassword')}
          type="password"
          autoComplete="new-password"
          dir="ltr"
          maxLength={maxPasswordLength}
          hint={t('passwordHint', { count: minPasswordLength })}
          value={newPassword}
          error={hasTried && isTooShort ? t('check.password', { count: minPasswordLength }) : undefined}
          onChange={(event) => setNewPassword(event.currentTarget.value)}
        />
        <DialogActions>
          <Button kind="primary" type="submit" isBusy={attempt.isPending}>
            {t('changePassword')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
