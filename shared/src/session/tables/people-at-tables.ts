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

/** Who came without a seat, and of those who have one, whose line has been gone for long, or is back. */
export type PeopleAtTables = {
  readonly comers: readonly Comer[]
  readonly gone: readonly string[]
  readonly back: readonly string[]
}

/**
 * What becomes of the tables by people who come and go: a change that nobody has said. Those who came late get a seat in
 * every round in which they have none, now and to come; nobody else moves. A table's device gets a table at which nobody
 * stays, and stays there. Who is gone keeps her seat, and nobody counts on her.
 *
 * @param guests - whoever has a seat or gets one, as far as they are known
 */
export function withPeople(session: Session, guests: readonly Guest[], people: PeopleAtTables): Session {
  if (session.run.status === 'ended') return session
  const tables = people.comers.reduce(
    (now, comer) => withComer({ ...session, tables: now }, guests, comer),
    withAbsence(session.tables, people),
  )
  if (tables === session.tables) return session
  const version = session.version + 1
  return { ...session, version, tablesVersion: version, tables }
}

function withComer(session: Session, guests: readonly Guest[], comer: Comer): TablePlan {
  if (!needsSeat(session, comer)) return session.tables
  const { participantId } = comer
  const tables = comer.role === 'table' ? withDevice(session, participantId) : session.tables
  const unknown = { participantId, country: null, organisation: null, isRemote: false, count: 1 }
  const late = guests.find((guest) => guest.participantId === participantId) ?? unknown
  return withSeats({ ...session, tables }, guests, late)
}

/** Only who has a seat can be away. */
function withAbsence(tables: TablePlan, { gone, back }: Omit<PeopleAtTables, 'comers'>): TablePlan {
  const seated = new Set(tables.rounds.flatMap((round) => round.tables.flatMap(({ people }) => people)))
  const left = gone.filter((id) => seated.has(id) && !tables.away.includes(id))
  const stillAway = tables.away.filter((id) => !back.includes(id))
  if (left.length === 0 && stillAway.length === tables.away.length) return tables
  return { ...tables, away: [...stillAway, ...new Set(left)] }
}

/** Who has a seat now or to come, away or not. */
export function seatedPeople(session: TableCourse): ReadonlySet<string> {
  const open = session.tables.rounds.filter((round) => !isRoundOver(session, round))
  return new Set(open.flatMap(({ tables }) => tables.flatMap(({ people }) => people)))
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
