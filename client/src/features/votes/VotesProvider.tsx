import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DotKind } from '#shared/session/votes/budget.ts'
import type { CanvasHandle } from '../../canvas/canvas-handle.ts'
import type { BoardConnection } from '../../sync/board-connection.ts'
import { createWritable } from '../../sync/readable.ts'
import { loadPatiently } from '../../ui/load-patiently.ts'
import { useToast } from '../../ui/Toaster.tsx'
import { useReadable } from '../../ui/use-readable.ts'
import type { Refusal, VoteDesk } from './vote-desk.ts'
import { VotesContext } from './votes-context.ts'

export type VotesProviderProps = {
  readonly connection: BoardConnection
  readonly canvas: CanvasHandle | undefined
  /** Opens the panel. */
  readonly onPanel: () => void
  readonly children: ReactNode
}

/** Lets the parts of votes know where they are. What it takes to vote is loaded when there is something to vote on. */
export function VotesProvider({ connection, canvas, onPanel, children }: VotesProviderProps) {
  const news = useReadable(connection.votes)
  const desk = useVoteDesk(connection, Boolean(news?.open))
  const [shownRoundId, showRound] = useState<string>()
  // Who sees a round end sees what came of it; who comes later looks it up.
  const [openId, setOpenId] = useState<string>()
  const open = news?.open?.id
  if (open !== openId) {
    setOpenId(open)
    showRound(open === undefined && news?.closed?.id === openId ? openId : undefined)
  }
  const [kind] = useState(() => createWritable<DotKind>('dot'))
  const [said] = useState(() => createWritable(''))
  const latestOnPanel = useRef(onPanel)
  latestOnPanel.current = onPanel
  const place = useMemo(
    () => ({
      ...{ boardId: connection.boardId, news: connection.votes, desk, canvas, shownRoundId, showRound, kind, said },
      onPanel: () => latestOnPanel.current(),
    }),
    [connection, desk, canvas, shownRoundId, kind, said],
  )
  return <VotesContext value={place}>{children}</VotesContext>
}

/** Stays until the board is left: between two rounds there is nothing in it. */
function useVoteDesk(connection: BoardConnection, isNeeded: boolean): VoteDesk | undefined {
  const [desk, setDesk] = useState<VoteDesk>()
  const [wasNeeded, setWasNeeded] = useState(isNeeded)
  if (isNeeded && !wasNeeded) setWasNeeded(true)
  const { t } = useTranslation('errors')
  const toast = useToast()
  const refuse = useRef<(code: Refusal) => void>(() => undefined)
  refuse.current = (code) => toast({ text: t(code) })
  useEffect(() => {
    if (!wasNeeded) return
    let isHere = true
    let made: VoteDesk | undefined
    void loadPatiently(() => import('./open-vote-desk.ts')).then(({ openVoteDesk }) => {
      if (!isHere) return
      made = openVoteDesk(connection, (code) => refuse.current(code))
      setDesk(made)
    })
    return () => {
      isHere = false
      made?.stop()
      setDesk(undefined)
    }
  }, [connection, wasNeeded])
  return desk
}
