import * as decoding from 'lib0/decoding'
import { beforeEach, describe, expect, test } from 'vitest'
import { maxReactionsPerSecond } from '#shared/limits.ts'
import { MessageType } from '#shared/protocol/message-types.ts'
import { readReactionCounts } from '#shared/protocol/reactions.ts'
import { steppedClock } from '../../testing/stepped-clock.ts'
import { boardMember } from '../../testing/sync-server.ts'
import { type Connection, createConnection } from './connection.ts'
import { createReactionTeller, type ReactionTeller } from './reaction-teller.ts'

let clock: ReturnType<typeof steppedClock>
let connections: Set<Connection>
let heard: Map<Connection, object[]>
let muted: string[]
let teller: ReactionTeller

beforeEach(() => {
  clock = steppedClock()
  connections = new Set()
  heard = new Map()
  muted = []
  teller = createReactionTeller({
    connections,
    clock,
    isMuted: (participantId) => muted.includes(participantId),
    send(connection, frame) {
      const decoder = decoding.createDecoder(frame)
      expect(decoding.readVarUint(decoder)).toBe(MessageType.reactions)
      heard.set(connection, [...(heard.get(connection) ?? []), Object.fromEntries(readReactionCounts(decoder))])
    },
  })
})

function join(id: string, isExtended = true): Connection {
  const peer = {
    send: () => undefined,
    bufferedBytes: 0,
    takesDeflated: false,
    ping: () => undefined,
    close: () => undefined,
  }
  const connection = createConnection(boardMember(id), peer, {
    isExtended,
    seat: connections.size,
    nowMs: clock.monotonicMs(),
  })
  connections.add(connection)
  return connection
}

describe('reactions', () => {
  test('[PR15] of a crowd are told together, four times a second at most, and to nobody her own', () => {
    const crowd = Array.from({ length: 100 }, (_, i) => join(`person-${i}`))
    const [ana] = crowd
    const witness = join('witness')
    const stock = join('stock', false)
    for (const person of crowd) teller.react(person, 'thumbs_up')
    clock.passMs(0)
    expect(heard.get(witness)).toEqual([{ thumbs_up: 100 }])
    expect(ana && heard.get(ana)).toEqual([{ thumbs_up: 99 }])
    for (const person of crowd) {
      teller.react(person, 'thumbs_up')
      clock.passMs(5)
    }
    if (ana) teller.react(ana, 'heart')
    clock.passMs(250)
    expect(heard.get(witness)?.length).toBeLessThanOrEqual(4)
    expect(heard.get(ana ?? stock)?.flatMap(Object.keys)).not.toContain('heart')
    expect(heard.has(stock)).toBe(false)
  })

  test('[PR16] of one person who does not stop are shown no more often than the limit, on however many lines', () => {
    const [phone, laptop] = [join('ana'), join('ana')]
    const witness = join('ben')
    for (let i = 0; i < 500; i += 1) teller.react(i % 2 === 0 ? phone : laptop, 'laugh')
    clock.passMs(250)
    expect(heard.get(witness)).toEqual([{ laugh: 2 * maxReactionsPerSecond }])
    clock.passMs(750)
    for (let i = 0; i < 500; i += 1) teller.react(phone, 'laugh')
    clock.passMs(250)
    expect(heard.get(witness)?.at(-1)).toEqual({ laugh: maxReactionsPerSecond })
  })

  test('[PR16] of who is muted, to who saves data and over a full line are not told, then or later', () => {
    const [ana, ben] = [join('ana'), join('ben')]
    const [saving, full] = [join('saving'), join('full')]
    saving.wantsCursors = false
    full.line.sent(10 * full.line.budgetBytes)
    muted = ['ben']
    teller.react(ben, 'idea')
    teller.react(ana, 'thumbs_up')
    clock.passMs(250)
    expect(heard.get(ben)).toEqual([{ thumbs_up: 1 }])
    saving.wantsCursors = true
    clock.passMs(10_000)
    expect([heard.has(saving), heard.has(full), heard.has(ana)]).toEqual([false, false, false])
  })
})
