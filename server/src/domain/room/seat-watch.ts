import type { Session } from '#shared/session/session.ts'
import { type Comer, needsSeat, type PeopleAtTables, seatedPeople } from '#shared/session/tables/people-at-tables.ts'
import type { RoomClock } from './clock.ts'

/** How long somebody may have no line before nobody at her table counts on her. */
export const awayAfterMs = 2 * 60_000
/** A room that fills at once is seated in a few changes. */
const gatherMs = 50

/** Sees who is here without a seat, and who has a seat and is not here. */
export interface SeatWatch {
  /** Somebody came, went, or is something else now; or the session is another. */
  review(): void
  stop(): void
}

export function createSeatWatch(ports: {
  readonly clock: RoomClock
  readonly session: () => Session | undefined
  readonly here: () => readonly Comer[]
  readonly onPeople: (people: PeopleAtTables) => void
}): SeatWatch {
  const { clock, session, here, onPeople } = ports
  /** When each of them was first missed. */
  let missedSince = new Map<string, number>()
  let stopWaiting: (() => void) | undefined
  let waitsUntilMs = Number.POSITIVE_INFINITY

  const wait = (delayMs: number) => {
    const untilMs = clock.monotonicMs() + delayMs
    if (untilMs >= waitsUntilMs) return
    stopWaiting?.()
    waitsUntilMs = untilMs
    stopWaiting = clock.after(delayMs, check)
  }

  /** Those who have been missed for long enough; the others are noted. Nobody is missed before a session begins. */
  const findGone = (now: Session, isHere: ReadonlySet<string>): string[] => {
    const nowMs = clock.monotonicMs()
    const missed = now.run.status === 'running' ? [...seatedPeople(now)].filter((id) => !isHere.has(id)) : []
    missedSince = new Map(
      missed.filter((id) => !now.tables.away.includes(id)).map((id) => [id, missedSince.get(id) ?? nowMs]),
    )
    const gone = [...missedSince].flatMap(([id, sinceMs]) => (nowMs - sinceMs >= awayAfterMs ? [id] : []))
    // Where that cannot be kept, it is tried again as late.
    for (const id of gone) missedSince.set(id, nowMs)
    return gone
  }

  function check(): void {
    stopWaiting = undefined
    waitsUntilMs = Number.POSITIVE_INFINITY
    const now = session()
    if (!now || now.tables.rounds.length === 0 || now.run.status === 'ended') return
    const people = here()
    const isHere = new Set(people.map(({ participantId }) => participantId))
    const comers = people.filter((one) => needsSeat(now, one))
    const back = now.tables.away.filter((id) => isHere.has(id))
    const gone = findGone(now, isHere)
    if (comers.length + back.length + gone.length > 0) onPeople({ comers, back, gone })
    const nextMs = Math.min(...missedSince.values()) + awayAfterMs
    if (Number.isFinite(nextMs)) wait(Math.max(gatherMs, nextMs - clock.monotonicMs()))
  }

  return {
    review() {
      if (session()?.tables.rounds.length) wait(gatherMs)
    },
    stop() {
      stopWaiting?.()
    },
  }
}
