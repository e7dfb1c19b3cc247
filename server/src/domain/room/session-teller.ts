import * as encoding from 'lib0/encoding'
import { MessageType } from '#shared/protocol/message-types.ts'
import type { Session } from '#shared/session/session.ts'
import type { BoardMember } from '../board/board-member.ts'
import type { RoomClock } from './clock.ts'
import type { Connection } from './connection.ts'
import { encodeNews } from './encode-news.ts'
import type { PeopleHere } from './people-here.ts'
import type { RoomPorts } from './room-ports.ts'

/**
 * Tells of the session and who is here (message 101): everything to a newcomer, and what has changed to all others. Who
 * is here is gathered, so that a room that fills at once is told a few times a second, each time of a few. A step of the
 * session is told at once, ahead of everything that waits for its turn.
 */
export interface SessionTeller {
  /** Somebody has come, gone, or shown her awareness id. */
  changed(participantId: string): void
  /** The session is another now; undefined when it is gone. */
  sessionChanged(session: Session | undefined): void
  /** The votes are different for these people; of one person's dots facilitators hear a little later. */
  votesChanged(to: VotesTold): void
  /** How many notes people have written alone, by zone; nothing else is ever told of them. */
  aloneChanged(notesByZone: Readonly<Record<string, number>>): void
  /** These are of somebody whose role is another now. */
  roleChanged(connections: readonly Connection[]): void
  /** Has not been told anything yet. */
  welcome(connection: Connection): void
  close(): void
}

/** Who is told of votes: of an open round everybody, of one's dots oneself. */
export type VotesTold = 'everybody' | { readonly participantId: string }

/** Facilitators are told how many dots are used as often as they can look. */
const gatherVotesMs = 1_000
/** Newcomers who come together share one list. */
const gatherNewcomersMs = 20
/**
 * A hundred hands that go up together are told a few times, and the larger a room the fewer: each time everybody hears of
 * all hands, and on a line of 64 kbit/s two hundred people who say "done" in a minute would take more than there is.
 */
function sessionTickMsFor(people: number): number {
  return Math.min(1_000, Math.max(50, 5 * people))
}
const utf8 = new TextEncoder()
const noParts = new Uint8Array()

/** What has changed goes to everybody, so a large room hears less often. */
function gatherMsFor(people: number): number {
  return Math.min(500, Math.max(50, people))
}

export function createSessionTeller(ports: {
  readonly connections: ReadonlySet<Connection>
  readonly clock: RoomClock
  /** As it is when the room is made. */
  readonly session: Session | undefined
  readonly votesOf: RoomPorts['votesOf']
  readonly people: PeopleHere
  readonly send: (connection: Connection, frame: Uint8Array) => void
  /** The connection has been told everything. */
  readonly onWelcomed: (connection: Connection) => void
  /** Everybody knows now who is here, and by which seats. */
  readonly onTold: () => void
}): SessionTeller {
  const { connections, clock, people, send } = ports
  const changed = new Set<string>()
  /** Of each person, as of her last change. */
  const json = new Map<string, string>()
  let newcomers = new Set<Connection>()
  let version = 0
  let { session } = ports
  let told = session
  let toldAtMs = Number.NEGATIVE_INFINITY
  let alone = '{}'
  let stopTelling: (() => void) | undefined
  let stopWelcoming: (() => void) | undefined
  let stopTellingSession: (() => void) | undefined
  let stopTellingVotes: (() => void) | undefined

  const jsonOf = (participantId: string): string | undefined => {
    const known = json.get(participantId)
    if (known) return known
    const person = people.person(participantId)
    if (!person) return undefined
    const text = JSON.stringify(person)
    json.set(participantId, text)
    return text
  }
  const listOf = (ids: Iterable<string>) => [...ids].flatMap((id) => jsonOf(id) ?? []).join(',')

  const votesFor = ({ member }: Connection) => {
    const votes = ports.votesOf(member)
    return votes ? utf8.encode(`"votes":${JSON.stringify(votes)},`) : noParts
  }

  const welcomeAll = () => {
    stopWelcoming = undefined
    const list = utf8.encode(`"people":[${listOf(people.ids())}]}`)
    const news = encodeNews(session, clock.nowMs())
    for (const connection of newcomers) {
      if (!connections.has(connection)) continue
      const { participantId, role } = connection.member
      const self = JSON.stringify({ participantId, role })
      const head = utf8.encode(`{"version":${version},"self":${self},"alone":${alone},`)
      // Whether there is a session or not: a round may have a deadline.
      const about = session ? news(connection) : utf8.encode(`"serverNowMs":${clock.nowMs()},`)
      send(connection, frameOf(head, about, votesFor(connection), list))
      ports.onWelcomed(connection)
    }
    newcomers = new Set()
  }

  const tell = () => {
    stopTelling = undefined
    version += 1
    const left = [...changed].filter((id) => !people.person(id))
    const text = `{"version":${version},"changed":[${listOf(changed)}],"left":${JSON.stringify(left)}}`
    changed.clear()
    const frame = frameOf(utf8.encode(text))
    for (const connection of connections) {
      if (connection.isExtended && !newcomers.has(connection)) send(connection, frame)
    }
    if (newcomers.size > 0) {
      stopWelcoming?.()
      welcomeAll()
    }
    ports.onTold()
  }

  const tellSession = (told: Iterable<Connection>, selfOf: (connection: Connection) => string) => {
    version += 1
    const news = encodeNews(session, clock.nowMs())
    const rest = utf8.encode('"changed":[],"left":[]}')
    for (const connection of told) {
      if (!connection.isExtended || newcomers.has(connection)) continue
      const head = utf8.encode(`{"version":${version},${selfOf(connection)}`)
      send(connection, frameOf(head, news(connection), rest))
    }
  }

  const tellOfSession = () => {
    stopTellingSession?.()
    stopTellingSession = undefined
    told = session
    toldAtMs = clock.monotonicMs()
    tellSession(connections, () => '')
    // Who comes later finds a board without one.
    if (session?.run.status === 'ended') session = undefined
  }

  const tellVotes = (isTold: (member: BoardMember) => boolean) => {
    version += 1
    const head = utf8.encode(`{"version":${version},"serverNowMs":${clock.nowMs()},`)
    const rest = utf8.encode('"changed":[],"left":[]}')
    for (const connection of connections) {
      if (!connection.isExtended || newcomers.has(connection) || !isTold(connection.member)) continue
      send(connection, frameOf(head, votesFor(connection), rest))
    }
  }

  return {
    sessionChanged(next) {
      session = next
      const waitMs = isUrgent(told, next) ? 0 : toldAtMs + sessionTickMsFor(connections.size) - clock.monotonicMs()
      if (waitMs > 0) stopTellingSession ??= clock.after(waitMs, tellOfSession)
      else tellOfSession()
    },
    votesChanged(to) {
      if (to === 'everybody') {
        tellVotes(() => true)
        return
      }
      tellVotes(({ participantId }) => participantId === to.participantId)
      stopTellingVotes ??= clock.after(gatherVotesMs, () => {
        stopTellingVotes = undefined
        tellVotes(({ role }) => role === 'facilitator')
      })
    },
    aloneChanged(notesByZone) {
      const next = JSON.stringify(notesByZone)
      if (next === alone) return
      alone = next
      version += 1
      const frame = frameOf(utf8.encode(`{"version":${version},"alone":${alone},"changed":[],"left":[]}`))
      for (const connection of connections) {
        if (connection.isExtended && !newcomers.has(connection)) send(connection, frame)
      }
    },
    roleChanged(those) {
      for (const connection of those) {
        connection.planSeen = undefined
        connection.tablesSeen = undefined
      }
      tellSession(those, ({ member: { participantId, role } }) => `"self":${JSON.stringify({ participantId, role })},`)
    },
    changed(participantId) {
      changed.add(participantId)
      json.delete(participantId)
      stopTelling ??= clock.after(gatherMsFor(connections.size), tell)
    },
    welcome(connection) {
      if (!connection.isExtended) return
      newcomers.add(connection)
      stopWelcoming ??= clock.after(gatherNewcomersMs, welcomeAll)
    },
    close() {
      stopTelling?.()
      stopWelcoming?.()
      stopTellingSession?.()
      stopTellingVotes?.()
    },
  }
}

/** All but hands, who is done, who sits where and later steps: people come to another one, the clock is another, somebody leads. */
function isUrgent(told: Session | undefined, next: Session | undefined): boolean {
  if (!told || !next || told.id !== next.id) return true
  return (
    told.stepVersion !== next.stepVersion ||
    told.attention !== next.attention ||
    told.muted !== next.muted ||
    told.leaderId !== next.leaderId ||
    told.deputyId !== next.deputyId ||
    clocksOf(told) !== clocksOf(next)
  )
}

function clocksOf({ run }: Session): string {
  return run.status === 'running' ? JSON.stringify([run.clock, run.tableClocks]) : ''
}

/** The parts make up one JSON text; what is the same for many is turned into bytes once. */
function frameOf(...parts: readonly Uint8Array[]): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MessageType.session)
    encoding.writeVarUint(
      encoder,
      parts.reduce((sum, part) => sum + part.byteLength, 0),
    )
    for (const part of parts) encoding.writeUint8Array(encoder, part)
  })
}
