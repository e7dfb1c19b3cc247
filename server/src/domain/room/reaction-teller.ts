import { maxReactionsPerSecond } from '#shared/limits.ts'
import { encodeReactionCounts, type Reaction } from '#shared/protocol/reactions.ts'
import { createRate, type Rate } from '../rate.ts'
import type { RoomClock } from './clock.ts'
import type { Connection } from './connection.ts'

/**
 * Tells what people say without a word (message 107). Nothing of it is kept, and what a full line does not take now it
 * never gets: a room that claps is a few bytes for each, four times a second, however many clap.
 */
export interface ReactionTeller {
  react(connection: Connection, reaction: Reaction): void
  close(): void
}

const gatherMs = 250

type Counts = Map<Reaction, number>

export function createReactionTeller(ports: {
  readonly connections: ReadonlySet<Connection>
  readonly clock: RoomClock
  readonly isMuted: (participantId: string) => boolean
  readonly send: (connection: Connection, frame: Uint8Array) => void
}): ReactionTeller {
  const { connections, clock, isMuted, send } = ports
  /** Of the people who have reacted lately. */
  let rates = new Map<string, Rate>()
  let all: Counts = new Map()
  /** What each has seen where she did it. */
  let own = new Map<Connection, Counts>()
  let toldAtMs = Number.NEGATIVE_INFINITY
  let stop: (() => void) | undefined

  const tell = () => {
    stop = undefined
    const [counts, seen] = [all, own]
    all = new Map()
    own = new Map()
    toldAtMs = clock.monotonicMs()
    const frame = encodeReactionCounts(counts)
    for (const connection of connections) {
      if (!connection.isExtended || !connection.wantsCursors || connection.line.fullness(toldAtMs) >= 1) continue
      const hers = seen.get(connection)
      if (!hers) {
        send(connection, frame)
        continue
      }
      const others = without(counts, hers)
      if (others.size > 0) send(connection, encodeReactionCounts(others))
    }
  }

  return {
    react(connection, reaction) {
      const { participantId } = connection.member
      const nowMs = clock.monotonicMs()
      if (rates.size > connections.size + maxIdleRates) rates = new Map()
      const rate = rates.get(participantId) ?? createRate(maxReactionsPerSecond)
      rates.set(participantId, rate)
      if (!rate.take(nowMs, 1) || isMuted(participantId)) return
      add(all, reaction)
      const hers = own.get(connection) ?? new Map()
      own.set(connection, add(hers, reaction))
      stop ??= clock.after(Math.max(0, toldAtMs + gatherMs - nowMs), tell)
    },
    close: () => stop?.(),
  }
}

/** Above it, those who are gone are forgotten. */
const maxIdleRates = 1_000

function add(counts: Counts, reaction: Reaction): Counts {
  return counts.set(reaction, (counts.get(reaction) ?? 0) + 1)
}

function without(counts: Counts, hers: Counts): Counts {
  const left: Counts = new Map()
  for (const [reaction, times] of counts) {
    const others = times - (hers.get(reaction) ?? 0)
    if (others > 0) left.set(reaction, others)
  }
  return left
}
