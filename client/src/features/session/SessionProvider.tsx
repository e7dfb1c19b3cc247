import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { createChime } from './chime.ts'
import { SessionContext, type SessionPlace } from './session-context.ts'
import type { SessionDesk } from './session-desk.ts'

export type SessionProviderProps = Omit<SessionPlace, 'desk' | 'chime'> & {
  /** Undefined until it stands; until then there may be no part of a session inside. */
  readonly desk: SessionDesk | undefined
  readonly children: ReactNode
}

/** Lets the parts of a session know where they are. */
export function SessionProvider({ children, desk, board, people, canvas, isRehearsal }: SessionProviderProps) {
  const [chime] = useState(() => createChime(window))
  useEffect(() => chime.listen(), [chime])
  const place = useMemo(
    () => desk && { desk, board, people, canvas, isRehearsal, chime },
    [desk, board, people, canvas, isRehearsal, chime],
  )
  return <SessionContext value={place}>{children}</SessionContext>
}
