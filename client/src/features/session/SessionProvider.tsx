import { type ReactNode, useEffect, useMemo, useState } from 'react'
import type { BoardConnection } from '../../sync/board-connection.ts'
import { createAir } from './air.ts'
import { createChime } from './chime.ts'
import { SessionContext, type SessionPlace } from './session-context.ts'
import type { SessionDesk } from './session-desk.ts'

export type SessionProviderProps = Omit<SessionPlace, 'desk' | 'people' | 'savesData' | 'alone' | 'chime' | 'air'> & {
  /** Undefined until it stands; until then there may be no part of a session inside. */
  readonly desk: SessionDesk | undefined
  readonly line: BoardConnection
  readonly children: ReactNode
}

/** Lets the parts of a session know where they are. */
export function SessionProvider({ children, desk, board, line, canvas, isRehearsal, waysOn }: SessionProviderProps) {
  const [chime] = useState(() => createChime(window))
  useEffect(() => chime.listen(), [chime])
  const air = useMemo(() => createAir(line, () => performance.now()), [line])
  const place = useMemo(() => {
    const { people, savesData, alone } = line
    return desk && { desk, board, canvas, isRehearsal, waysOn, chime, air, people, savesData, alone }
  }, [desk, board, line, canvas, isRehearsal, waysOn, chime, air])
  return <SessionContext value={place}>{children}</SessionContext>
}
