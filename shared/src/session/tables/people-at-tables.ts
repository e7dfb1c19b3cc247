import type { Role } from '../../protocol/messages.ts'
import type { Session } from '../session.ts'
import { withLatecomer } from './change-rotation.ts'
import { isSameList, seat } from './change-tables.ts'
import { hostOf, isRoundOver, type TableCourse, tableOf } from './rounds.ts'
import type { Guest } from './seating.ts'
import type { TablePlan, TableRound } from './table-plan.ts'

export type Comer = { readonly participantId: string; readonly role: Role }

/** Whoever writes sits at a table; facilitators go where they are needed, and viewers look on, unless seated by hand. */
function sits(role: Role): boolean {
  return role === 'editor' || role === 'table'
}

function isOpenTo(session: TableCourse, round: TableRound, participantId: string): boolean {
  return round.tables.length > 0 && !isRoundOver(session, round) && tableOf(round, participantId) === undefined
}

/** Whether there is a round, now or to come, in which somebody who is here has no seat and should have one. */
export function needsSeat(session: TableCourse, { participantId, role }: Comer): boolean {
  if (!sits(role) || session.run.status === 'ended' || session.tables.standing.includes(participantId)) return false
  return session.tables.rounds.some((round) => isOpenTo(session, round, participantId))
}

/**
 * Gives those who came late a seat in every round in which they have none, now and to come. Nobody else moves. A
 * table's device gets a table at which nobody stays, and stays there.
 *
 * @param guests - whoever has a seat or gets one, as far as they are known
 */
export function withComers(session: Session, guests: readonly Guest[], comers: readonly Comer[]): Session {
  const known = new Map(guests.map((guest) => [guest.participantId, guest]))
  const tables = comers.reduce((now, comer) => {
    const seen = { ...session, tables: now }
    if (!needsSeat(seen, comer)) return now
    const settled = comer.role === 'table' ? withDevice(seen, comer.participantId) : now
    const unknown = { participantId: comer.participantId, country: null, organisation: null, isRemote: false, count: 1 }
    return withSeats({ ...session, tables: settled }, guests, known.get(comer.participantId) ?? unknown)
  }, session.tables)
  return withTables(session, tables)
}

/** Whose line has been gone for long, or is back. Only who has a seat can be away. */
export function withAbsence(
  session: Session,
  { gone, back }: { readonly gone: readonly string[]; readonly back: readonly string[] },
): Session {
  const { tables } = session
  const seated = new Set(tables.rounds.flatMap((round) => round.tables.flatMap(({ people }) => people)))
  const left = gone.filter((id) => seated.has(id) && !tables.away.includes(id))
  const stillAway = tables.away.filter((id) => !back.includes(id))
  if (left.length === 0 && stillAway.length === tables.away.length) return session
  return withTables(session, { ...tables, away: [...stillAway, ...new Set(left)] })
}

/** Who has a seat now or to come, away or not. */
export function seatedPeople(session: TableCourse): ReadonlySet<string> {
  const open = session.tables.rounds.filter((round) => !isRoundOver(session, round))
  return new Set(open.flatMap(({ tables }) => tables.flatMap(({ people }) => people)))
}

/** What became of the tables by itself: a change of the session that nobody has said. */
function withTables(session: Session, tables: TablePlan): Session {
  if (tables === session.tables) return session
  const version = session.version + 1
  return { ...session, version, tablesVersion: version, tables }
}

/** She stays at the first table of each round at which nobody does. */
function withDevice(session: TableCourse, participantId: string): TablePlan {
  const hosts = [...session.tables.hosts]
  const rounds = session.tables.rounds.map((round) => {
    if (!isOpenTo(session, round, participantId)) return round
    const own = round.tables.find(({ zone }) => hostOf({ hosts }, zone) === participantId)
    const table = own ?? round.tables.find(({ zone }) => hostOf({ hosts }, zone) === undefined)
    if (!table) return round
    if (!own) hosts.push({ zone: table.zone, participantId })
    return seat(round, participantId, table.zone)
  })
  return { ...session.tables, hosts, rounds }
}

function withSeats(session: TableCourse, guests: readonly Guest[], late: Guest): TablePlan {
  const { tables } = session
  const zonesOf = (round: TableRound) => round.tables.map(({ zone }) => zone)
  const rounds = [...tables.rounds]
  for (const [i, round] of rounds.entries()) {
    if (!isOpenTo(session, round, late.participantId)) continue
    // Rounds at other tables are another rotation.
    const alike = rounds.slice(0, i + 1).filter((one) => isSameList(zonesOf(one), zonesOf(round)))
    const seating = alike.map((one) =>
      one.tables.map(({ people }) => people.filter((id) => !tables.away.includes(id) || id === late.participantId)),
    )
    const rule = { ...tables.rule, tableCount: round.tables.length, hosts: {} }
    const after = withLatecomer(seating, guests, late, rule, alike.length - 1).at(-1)
    const zone = round.tables[after?.findIndex((table) => table.includes(late.participantId)) ?? -1]?.zone
    if (zone !== undefined) rounds[i] = seat(round, late.participantId, zone)
  }
  return { ...tables, rounds }
}
