import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Notice } from '#shared/protocol/messages.ts'
import { formatMoment } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import type { BoardConnection } from '../../sync/board-connection.ts'
import { useToast } from '../../ui/Toaster.tsx'

/** Shows what the server tells this person: why something was put back, and what is about to happen. */
export function useNoticeToasts(connection: BoardConnection): void {
  const { t } = useTranslation('board')
  const { language } = useLanguage()
  const toast = useToast()
  useEffect(
    () =>
      connection.onNotice((notice) => {
        switch (notice.code) {
          case 'taken_back':
            return toast({ text: t(`notice.taken_back.${notice.reason}`, { count: notice.recordIds.length }) })
          case 'limit':
            return toast({ text: t('notice.limit') })
          case 'restored':
            return toast({ text: t(`notice.restored.${wordsOf(notice)}`, restoredFacts(notice, language)) })
          case 'read_only':
          case 'recovered':
          case 'going_away':
            return toast({ text: t(`notice.${notice.code}`) })
        }
      }),
    [connection, t, language, toast],
  )
}

type Restored = Extract<Notice, { code: 'restored' }>

function wordsOf({ by, title }: Restored): 'byOperator' | 'titled' | 'untitled' {
  if (by === null) return 'byOperator'
  return title === null ? 'untitled' : 'titled'
}

function restoredFacts({ by, title, createdAtMs }: Restored, language: string) {
  return { by: by ?? '', title: title ?? '', when: formatMoment(createdAtMs, language) }
}
