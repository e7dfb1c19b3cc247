import type { Person } from '#shared/protocol/messages.ts'
import type { Session } from '#shared/session/session.ts'
import type { RoomClock } from './clock.ts'

/** A room that fills at once is told of in a few writes. */
const gatherMs = 50

/** Sees who is on the board while its session runs, for the summary: whoever is gone before the end was there too. */
export interface GuestWatch {
  /** Somebody came, or is something else now; or the session is another. */
  review(): void
  stop(): void
}

export function createGuestWatch(ports: {
  readonly clock: RoomClock
  readonly session: () => Session | undefined
  readonly here: () => readonly Person[]
  readonly onGuests: (sessionId: string, people: readonly Person[]) => void
}): GuestWatch {
  const { clock, session, here, onGuests } = ports
  let toldOf: string | undefined
  /** For how many people each of them stood. */
  let told = new Map<string, number>()
  let stopWaiting: (() => void) | undefined

  const tell = () => {
    stopWaiting = undefined
    const now = session()
    if (now?.run.status !== 'running') return
    if (toldOf !== now.id) told = new Map()
    toldOf = now.id
    const news = here().filter(({ participantId, standsFor }) => told.get(participantId) !== standsFor)
    for (const { participantId, standsFor } of news) told.set(participantId, standsFor)
    if (news.length > 0) onGuests(now.id, news)
  }

  return {
    review() {
      if (session()?.run.status === 'running') stopWaiting ??= clock.after(gatherMs, tell)
    },
    stop() {
      stopWaiting?.()
    },
  }
}
