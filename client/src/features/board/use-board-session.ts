import { useState } from 'react'
import type { Role } from '#shared/protocol/messages.ts'
import type { SessionView } from '#shared/session/view.ts'
import type { AloneKind } from '../../offline/alone-memory.ts'
import type { BoardConnection } from '../../sync/board-connection.ts'
import { useMediaQuery } from '../../ui/use-media-query.ts'
import { constant, useReadableOr } from '../../ui/use-readable.ts'
import { type SessionDesk, useCanvasWriting, useLiveDesk } from '../session/index.ts'

const noSession = constant<SessionView | undefined>(undefined)
/** There is room for the run of show beside the canvas. */
export const roomy = '(min-width: 1100px)'

export type BoardSession = {
  readonly desk: SessionDesk | undefined
  /** Undefined where the board has none. */
  readonly session: SessionView | undefined
  readonly writing: ReturnType<typeof useCanvasWriting>
  /** Only for facilitators. */
  readonly rail: { readonly isOpen: boolean; toggle(): void; close(): void } | undefined
  readonly isRehearsing: boolean
  rehearse(isOn: boolean): void
}

/**
 * The session of this board, and which of its parts are shown.
 *
 * @param aloneStep - The step of writing alone that runs, as far as this device knows.
 */
export function useBoardSession(
  connection: BoardConnection,
  role: Role,
  aloneStep: AloneKind | undefined,
): BoardSession {
  const desk = useLiveDesk(connection)
  const session = useReadableOr(desk?.session, noSession)
  const writing = useCanvasWriting(desk, role, aloneStep)
  const isRoomy = useMediaQuery(roomy)
  const [chosen, setChosen] = useState<boolean>()
  const [isRehearsing, setIsRehearsing] = useState(false)
  // Who leads a session needs it at hand, to its end and to the summary; else nobody is shown what she has not asked for.
  const [hasRun, setHasRun] = useState(false)
  if (!hasRun && session?.run.status === 'running') setHasRun(true)
  const isOpen = chosen ?? (isRoomy && hasRun)
  return {
    ...{ desk, session, writing, isRehearsing },
    rail:
      role === 'facilitator' ? { isOpen, toggle: () => setChosen(!isOpen), close: () => setChosen(false) } : undefined,
    rehearse: setIsRehearsing,
  }
}
