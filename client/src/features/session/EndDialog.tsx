import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { useSession } from './session-context.ts'

export type EndDialogProps = { readonly onClose: () => void; readonly onEnd: () => void }

export function EndDialog({ onClose, onEnd }: EndDialogProps) {
  const { t } = useTranslation('session')
  const session = useSession()
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t('end.title', { title: session?.plan.title || t('untitled') })}
      description={t('end.text')}
      action={t('end.action')}
      onConfirm={() => {
        onClose()
        onEnd()
      }}
    />
  )
}
