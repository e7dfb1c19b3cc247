import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMoment } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import type { BoardOnDevice, Restored } from '../../offline/board-on-device.ts'
import { useToast } from '../../ui/Toaster.tsx'

/** Says when something was kept aside, and of a restored board who did it. */
export function useAsideToasts(device: BoardOnDevice | undefined): void {
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
    return device?.onSetAside(({ reason, count, restored }) => {
      const why = restored ? restoredWords(restored) : t('notice.restored.anew')
      const sentences = [...(reason === 'restored' ? [why] : []), ...(count > 0 ? [t('aside.told', { count })] : [])]
      if (sentences.length > 0) toast({ text: sentences.join(' ') })
    })
  }, [device, t, language, toast])
}
