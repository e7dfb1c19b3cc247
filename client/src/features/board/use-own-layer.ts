import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Board } from '#shared/http/boards.ts'
import type { BoardOnDevice } from '../../offline/board-on-device.ts'
import { createOwnLayer, type OwnLayer } from '../../offline/own-layer.ts'
import { thisDevice } from '../../offline/this-device.ts'
import { openBoardConnection } from '../../sync/open-board-connection.ts'
import { warnBeforeLeaving } from '../../sync/warn-before-leaving.ts'
import { useToast } from '../../ui/Toaster.tsx'
import { constant } from '../../ui/use-readable.ts'

/** What this person writes alone on the board, for as long as the page shows it. */
export function useOwnLayer(board: Board, device: BoardOnDevice | undefined): OwnLayer | undefined {
  const { t } = useTranslation('board')
  const toast = useToast()
  const [own, setOwn] = useState<OwnLayer>()
  // An answer that the device has kept from an earlier build does not say it.
  const [asked] = useState({ participantId: board.participantId ?? null, role: board.role })
  useEffect(() => {
    if (!device) return
    const opened = createOwnLayer(
      {
        ...{ boardId: board.id, board: device, asked },
        openLine: (copy, isAnonymous) => openBoardConnection({ boardId: board.id, copy, own: { isAnonymous } }),
      },
      thisDevice(),
    )
    const { saving, isKept } = opened
    const stopWarning = warnBeforeLeaving({ connection: constant({ saving }), pictures: noPictures, isKept }, window)
    setOwn(opened)
    return () => {
      setOwn(undefined)
      stopWarning()
      opened.close()
    }
  }, [board.id, device, asked])
  useEffect(
    () =>
      own?.onSetAside(({ reason, count }) => {
        if (count > 0) toast({ text: t(reason === 'revealed' ? 'aside.toldLate' : 'aside.told', { count }) })
      }),
    [own, t, toast],
  )
  useEffect(() => own?.onRevealed(() => toast({ text: t('notice.revealed') })), [own, t, toast])
  return own
}

const noPictures = { states: constant<ReturnType<BoardOnDevice['pictures']['states']['get']>>(new Map()) }
