import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { useIsRehearsal, useSession } from './session-context.ts'
import { useAloneFacts } from './use-alone-facts.ts'

export type EndDialogProps = { readonly onClose: () => void; readonly onEnd: () => void }

export function EndDialog({ onClose, onEnd }: EndDialogProps) {
  const { t } = useTranslation('session')
  const session = useSession()
  const { all } = useAloneFacts()
  const isRehearsal = useIsRehearsal()
  const hidden = all > 0 ? `${t('alone.hidden', { count: all })} ${t('end.hidden')}` : ''
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={isRehearsal ? t('rehearsal.endTitle') : t('end.title', { title: session?.plan.title || t('untitled') })}
      description={isRehearsal ? t('rehearsal.endText') : `${t('end.text')} ${hidden}`.trim()}
      action={t(isRehearsal ? 'rehearsal.endAction' : 'end.action')}
      onConfirm={() => {
        onClose()
        onEnd()
      }}
    />
  )
}
