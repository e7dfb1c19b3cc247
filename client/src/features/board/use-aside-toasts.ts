import { type RefObject, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMoment } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import type { BoardOnDevice, Restored } from '../../offline/board-on-device.ts'
import { useToast } from '../../ui/Toaster.tsx'
import type { RestoreUndo } from '../checkpoint/index.ts'

/**
 * Says when something was kept aside, and of a restored board who did it.
 *
 * @param restoring - Set by who restores it here: she can take it back.
 */
export function useAsideToasts(device: BoardOnDevice | undefined, restoring: RefObject<RestoreUndo | undefined>): void {
  const { t } = useTranslation('board')
  const { language } = useLanguage()
  const toast = useToast()
  useEffect(() => {
    const restoredWords = ({ by, title, createdAtMs }: Restored): string => {
      const when = formatMoment(createdAtMs, language)
      if (by === null) return t('notice.restored.byOperator', { when })
      if (title === null) return t('notice.restored.untitled', { by, when })
      return t('notice.restored.titled', { by, title, when })
    }
    return device?.onSetAside(async ({ reason, count, restored }) => {
      const why = restored ? restoredWords(restored) : t('notice.restored.anew')
      const sentences = [
        ...(reason === 'restored' ? [why] : []),
        ...(count > 0 ? [t(reason === 'other_person' ? 'aside.toldOthers' : 'aside.told', { count })] : []),
      ]
      const undo = reason === 'restored' ? await takeUndo(restoring) : undefined
      if (sentences.length > 0) toast({ text: sentences.join(' '), undo })
    })
  }, [device, t, language, toast, restoring])
}

function takeUndo(restoring: RefObject<RestoreUndo | undefined>): RestoreUndo | undefined {
  const undo = restoring.current
  restoring.current = undefined
  return undo
}
