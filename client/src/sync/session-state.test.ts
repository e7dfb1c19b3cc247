import { describe, expect, test } from 'vitest'
import type { SessionMessage } from '#shared/protocol/session.ts'
import { fay, having, session } from '#shared/session/testing/sessions.ts'
import { viewOf } from '#shared/session/view.ts'
import { createServerTime } from './server-time.ts'
import { createSessionState } from './session-state.ts'

const self = { participantId: 'fay', role: 'facilitator' as const }

function listening() {
  const asked: ((answer: unknown) => void)[] = []
  const time = createServerTime({ deviceNowMs: () => 0, monotonicMs: () => 0, roundTripMs: () => undefined })
  const state = createSessionState({ time, ask: () => new Promise((resolve) => asked.push(resolve)) })
  const first = (news?: SessionMessage['session']) =>
    state.take({ version: 1, self, people: [], ...(news ? { session: news, serverNowMs: 5 } : {}) })
  const later = (news: SessionMessage['session']) =>
    state.take({ version: 2, changed: [], left: [], session: news, serverNowMs: 6 })
  return { state, time, asked, first, later, now: () => state.session.get() }
}

const planned = viewOf(session(), fay)
const started = viewOf(having(session(), { type: 'start' }), fay)
const withoutPlan = ({ plan: _, ...news }: typeof started) => news

describe('[SE6] the session as it is heard', () => {
  test('keeps the plan that it has while only the rest is new', () => {
    const line = listening()
    line.first(planned)
    line.later(withoutPlan(started))
    expect(line.now()).toEqual(started)
    line.later(null)
    expect(line.now()).toBeUndefined()
  })

  test('is asked for once where the plan was missed, and an answer that is old by then is passed over', async () => {
    const line = listening()
    line.later(withoutPlan(started))
    line.later(withoutPlan(started))
    expect(line.asked).toHaveLength(1)
    expect(line.now()).toBeUndefined()
    line.later(viewOf(having(session(), { type: 'start' }, { type: 'pause' }), fay))
    line.asked[0]?.({ session: started, serverNowMs: 7 })
    await Promise.resolve()
    expect(line.now()?.version).toBe(started.version + 1)
  })

  test('is taken from the answer, and asked for again after one that never came', async () => {
    const line = listening()
    line.later(withoutPlan(started))
    line.asked[0]?.(undefined)
    await Promise.resolve()
    line.later(withoutPlan(started))
    line.asked[1]?.({ session: started, serverNowMs: 7 })
    await expect.poll(() => line.now()).toEqual(started)
  })

  test('is gone when a new line says nothing of it, and as it was when one says nothing new', () => {
    const line = listening()
    line.first(started)
    line.state.take({ version: 3, changed: [], left: [] })
    expect(line.now()).toEqual(started)
    line.first()
    expect(line.now()).toBeUndefined()
  })
})

test('[VO2] votes are kept as they were told, until a new line says nothing of them', () => {
  const { state, first } = listening()
  const votes = { open: null, closed: { id: 'one', revision: 1 } }
  state.take({ version: 1, self, people: [], votes, serverNowMs: 5 })
  expect(state.votes.get()).toEqual(votes)
  state.take({ version: 2, changed: [], left: [] })
  expect(state.votes.get()).toEqual(votes)
  first()
  expect(state.votes.get()).toBeUndefined()
})

describe('[SE6] the server’s time', () => {
  function watching() {
    let device = 1_000
    let passed = 0
    let roundTrip: number | undefined
    const time = createServerTime({
      deviceNowMs: () => device,
      monotonicMs: () => passed,
      roundTripMs: () => roundTrip,
    })
    return {
      time,
      pass: (ms: number) => {
        passed += ms
        device += ms
      },
      setDevice: (ms: number) => {
        device = ms
      },
      setRoundTrip: (ms: number) => {
        roundTrip = ms
      },
    }
  }

  test('is the device’s own until the server has said, and runs on whatever becomes of the device’s clock', () => {
    const { time, pass, setDevice } = watching()
    expect(time.nowMs()).toBe(1_000)
    time.heard(900_000)
    pass(2_000)
    setDevice(7)
    expect(time.nowMs()).toBe(902_000)
  })

  test('is that of the quickest message: one that was long on its way sets nothing back', () => {
    const { time, pass, setRoundTrip } = watching()
    time.heard(900_000)
    pass(5_000)
    time.heard(901_000)
    expect(time.nowMs()).toBe(905_000)
    setRoundTrip(600)
    expect(time.nowMs()).toBe(905_300)
    setRoundTrip(200)
    expect(time.nowMs()).toBe(905_300)
    pass(300)
    expect(time.nowMs()).toBe(905_400)
  })

  test('begins anew on a new line, also after the server’s clock was set back', () => {
    const { time, pass } = watching()
    time.heard(900_000)
    expect(time.nowMs()).toBe(900_000)
    time.restart()
    pass(1_000)
    expect(time.nowMs()).toBe(901_000)
    time.heard(100_000)
    expect(time.nowMs()).toBe(100_000)
  })
})
