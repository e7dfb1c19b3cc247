import { describe, expect, test } from 'vitest'
import { having, session } from '#shared/session/testing/sessions.ts'
import { createLeadWatch, leaderMissedAfterMs } from './lead-watch.ts'

/** A watch over a session that Fay leads, with Gus as deputy, and a clock that is moved by hand. */
function watching() {
  const here = new Set(['fay', 'gus'])
  const missed: string[] = []
  const waiting = new Set<() => void>()
  let now = having(session(), { type: 'start' }, { type: 'name_deputy', participantId: 'gus' })
  const watch = createLeadWatch({
    clock: {
      nowMs: () => 0,
      monotonicMs: () => 0,
      after(delayMs, run) {
        expect(delayMs).toBe(leaderMissedAfterMs)
        waiting.add(run)
        return () => waiting.delete(run)
      },
    },
    session: () => now,
    isHere: (participantId) => here.has(participantId),
    onLeaderGone: (leaderId) => missed.push(leaderId),
  })
  const passTime = () => {
    for (const run of [...waiting]) {
      waiting.delete(run)
      run()
    }
  }
  return {
    ...{ missed, watch, passTime },
    come(id: string) {
      here.add(id)
      watch.review()
    },
    go(id: string) {
      here.delete(id)
      watch.review()
    },
    become(next: typeof now) {
      now = next
      watch.review()
    },
    now: () => now,
  }
}

describe('[SE3] a leader', () => {
  test('without a line is missed when the time is over, once', () => {
    const room = watching()
    room.go('fay')
    room.watch.review()
    room.passTime()
    room.passTime()
    expect(room.missed).toEqual(['fay'])
  })

  test('who is back in time, or whose deputy is not there, is not', () => {
    const room = watching()
    room.go('fay')
    room.come('fay')
    room.passTime()
    room.go('gus')
    room.go('fay')
    room.passTime()
    expect(room.missed).toEqual([])
    // The deputy comes into a room that has been without both, as after a restart of the server.
    room.come('gus')
    room.passTime()
    expect(room.missed).toEqual(['fay'])
  })

  test('who has handed over, or ended it, is not', () => {
    const room = watching()
    room.go('fay')
    room.become(having(room.now(), { type: 'hand_over', participantId: 'gus' }))
    room.passTime()
    room.become(having(room.now(), { type: 'hand_over', participantId: 'fay' }, { type: 'end' }))
    room.passTime()
    expect(room.missed).toEqual([])
  })
})
