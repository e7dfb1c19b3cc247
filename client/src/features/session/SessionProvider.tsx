import { type ReactNode, useMemo } from 'react'
import { SessionContext, type SessionPlace } from './session-context.ts'
import type { SessionDesk } from './session-desk.ts'

export type SessionProviderProps = Omit<SessionPlace, 'desk'> & {
  /** Undefined until it stands; until then there may be no part of a session inside. */
  readonly desk: SessionDesk | undefined
  readonly children: ReactNode
}

/** Lets the parts of a session know where they are. */
export function SessionProvider({ children, desk, board, people, canvas, isRehearsal }: SessionProviderProps) {
  const place = useMemo(
    () => desk && { desk, board, people, canvas, isRehearsal },
    [desk, board, people, canvas, isRehearsal],
  )
  return <SessionContext value={place}>{children}</SessionContext>
}
