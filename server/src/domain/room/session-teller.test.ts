import * as decoding from 'lib0/decoding'
import { expect, test } from 'vitest'
import { readSessionMessage } from '#shared/protocol/session.ts'
import { ana, having, session } from '#shared/session/testing/sessions.ts'
import { steppedClock } from '../../testing/stepped-clock.ts'
import { createConnection } from './connection.ts'
import { createPeopleHere } from './people-here.ts'
import { createSessionTeller } from './session-teller.ts'

/** A teller of a room with so many lines; what the first of them hears is kept. */
function openTeller(lines: number) {
  const clock = steppedClock()
  const passTo = (atMs: number) => clock.passMs(atMs - clock.monotonicMs())
  const member = { boardId: 'b', ...ana, country: null, organisation: null, place: null, standsFor: 1 }
  const peer = {
    send: () => undefined,
    bufferedBytes: 0,
    takesDeflated: false,
    ping: () => undefined,
    close: () => undefined,
  }
  const connections = Array.from({ length: lines }, (_, seat) =>
    createConnection({ ...member, accountId: null, signInHash: null, inviteId: null }, peer, {
      ...{ isExtended: true, seat, nowMs: clock.monotonicMs() },
    }),
  )
  const heard: { stepId: string | undefined; hands: number; hasPlan: boolean }[] = []
  const teller = createSessionTeller({
    connections: new Set(connections),
    clock,
    session: undefined,
    votesOf: () => undefined,
    people: createPeopleHere(),
    send(connection, frame) {
      if (connection !== connections[0]) return
      const decoder = decoding.createDecoder(frame)
      decoding.readVarUint(decoder)
      const told = readSessionMessage(decoder).session
      const stepId = told?.run.status === 'running' ? told.run.stepId : undefined
      heard.push({ stepId, hands: told?.hands.length ?? 0, hasPlan: told?.plan !== undefined })
    },
    onWelcomed: () => undefined,
    onTold: () => undefined,
  })

  return { teller, heard, passTo }
}

test('[SE1] tells a step at once, and hands that go up together once', () => {
  const { teller, heard, passTo } = openTeller(1)
  let now = having(session(), { type: 'start' })
  teller.sessionChanged(now)
  expect(heard).toEqual([{ stepId: 'one', hands: 0, hasPlan: true }])
  for (const id of ['ben', 'cleo', 'dora']) {
    now = having(now, [{ type: 'raise_hand' }, { by: { ...ana, participantId: id } }])
    teller.sessionChanged(now)
  }
  expect(heard).toHaveLength(1)
  passTo(60)
  expect(heard.slice(1)).toEqual([{ stepId: 'one', hands: 3, hasPlan: false }])
  now = having(now, { type: 'lower_all_hands' })
  teller.sessionChanged(now)
  teller.sessionChanged(having(now, { type: 'next' }))
  expect(heard.slice(2)).toEqual([{ stepId: 'two', hands: 0, hasPlan: false }])
  passTo(1_000)
  expect(heard).toHaveLength(3)
})

test('[SE1] in a large room hands are told once a second, and a step or the clock at once all the same', () => {
  const { teller, heard, passTo } = openTeller(200)
  let now = having(session(), { type: 'start' })
  teller.sessionChanged(now)
  for (let i = 0; i < 200; i += 1) {
    passTo(i * 50)
    now = having(now, [{ type: 'say_done', isDone: true }, { by: { ...ana, participantId: `person-${i}` } }])
    teller.sessionChanged(now)
  }
  expect(heard.length).toBeLessThanOrEqual(11)
  const before = heard.length
  teller.sessionChanged(having(now, { type: 'pause' }))
  expect(heard).toHaveLength(before + 1)
})
