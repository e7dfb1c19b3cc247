import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'

export type SignOutDialogProps = {
  /** Changes that are on this device alone. */
  readonly losing: number
  readonly onSignOut: () => void
  readonly onClose: () => void
}

export function SignOutDialog({ losing, onSignOut, onClose }: SignOutDialogProps) {
  const { t } = useTranslation('account')
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t('leaving.title', { count: losing })}
      description={t('leaving.text')}
      action={t('leaving.action')}
      onConfirm={onSignOut}
    />
  )
}
