import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardConnection } from '../../sync/board-connection.ts'
import { useToast } from '../../ui/Toaster.tsx'

/** Shows what the server tells this person: why something was put back, and what is about to happen. */
export function useNoticeToasts(connection: BoardConnection): void {
  const { t } = useTranslation('board')
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
            // Told when the board is open anew, with how much was kept aside: see use-aside-toasts.ts.
            return
          case 'step_not_kept':
            return toast({ text: t('notice.step_not_kept', { title: notice.title }) })
          case 'read_only':
          case 'recovered':
          case 'going_away':
            return toast({ text: t(`notice.${notice.code}`) })
        }
      }),
    [connection, t, toast],
  )
}
