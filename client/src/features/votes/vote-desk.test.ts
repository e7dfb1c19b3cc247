import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { budgetOf, kindOfSlot } from '#shared/session/votes/budget.ts'
import type { OpenVote, OwnDot, OwnVote, VotesNews } from '#shared/session/votes/round.ts'
import { voteSetup } from '#shared/session/votes/testing/votes.ts'
import type { VoteSetup } from '#shared/session/votes/vote-setup.ts'
import { createWritable } from '../../sync/readable.ts'
import { createVoteDesk, type DotAnswer, type Refusal } from './vote-desk.ts'

/** The server as far as one person's dots go, with a line that can be cut, and messages that come when they are let. */
function roundFor(setup: Partial<VoteSetup> = {}, weight = 1) {
  const whole = voteSetup(setup)
  const budget = budgetOf(whole, { participantId: 'ana', weight })
  const dots = new Map<number, OwnDot>()
  let isClosed = false
  let calls = 0
  let isLeftOut = false
  const tabs = new Set<(news: VotesNews) => void>()
  const own = (): OwnVote => ({ budget, dots: [...dots.values()].toSorted((a, b) => a.slot - b.slot), isLeftOut })
  const open = (): OpenVote => ({
    ...{ id: 'round', number: 1, title: '', setup: whole, sessionId: null, stepId: null, openedAtMs: 0 },
    ...{ openedByName: 'Fay', closesAtMs: null, closedAtMs: null, revision: 1, own: own(), voters: null },
  })
  const news = (): VotesNews => ({ open: isClosed ? null : open(), closed: null })
  const tell = () => {
    for (const hear of tabs) hear(news())
  }
  const refuse = (code: Refusal): DotAnswer => ({ status: 'refused', code })
  const put = (dot: OwnDot): DotAnswer => {
    if (isClosed) return refuse('vote_closed')
    if (!kindOfSlot(dot.slot, budget)) return refuse('no_such_dot')
    const there = dots.get(dot.slot)
    if (there && there.targetId !== dot.targetId) return refuse('dot_is_used')
    if (isLeftOut) return refuse('left_out_of_vote')
    const onIt = [...dots.values()].filter(({ slot, targetId }) => targetId === dot.targetId && slot !== dot.slot)
    if (!whole.severalOnOne && onIt.length >= weight) return refuse('one_dot_each')
    dots.set(dot.slot, dot)
    return { status: 'taken', own: own() }
  }
  const remove = (slot: number): DotAnswer => {
    if (isClosed) return refuse('vote_closed')
    dots.delete(slot)
    return { status: 'taken', own: own() }
  }

  return {
    ...{ tell, own, news },
    close() {
      isClosed = true
      tell()
    },
    leaveOut() {
      isLeftOut = true
    },
    /** @param reach - what becomes of a request: answered, lost on its way there, or on its way back */
    tab({ reach = () => 'answered' as const }: { reach?: () => 'answered' | 'lost' | 'unanswered' } = {}) {
      const heard = createWritable<VotesNews | undefined>(news())
      const refused: [Refusal, number][] = []
      const timers: (() => void)[] = []
      const waiting: (() => void)[] = []
      const send = async (act: () => DotAnswer): Promise<DotAnswer> => {
        // Without this, a desk that asks for ever would stop the test's own clock.
        calls += 1
        if (calls > 3_000) throw new Error('it asks for ever')
        const how = reach()
        if (how === 'lost') return { status: 'later' }
        const answer = act()
        return how === 'unanswered' ? { status: 'later' } : answer
      }
      tabs.add((next) => heard.set(next))
      const desk = createVoteDesk({
        heard,
        put: (_roundId, dot) => send(() => put(dot)),
        remove: (_roundId, slot) => send(() => remove(slot)),
        ask: async () => (isClosed ? undefined : own()),
        wait: () => new Promise((resolve) => waiting.push(resolve)),
        after: (_delayMs, run) => {
          timers.push(run)
          return () => undefined
        },
        onRefused: (...what) => refused.push(what),
      })
      return {
        ...{ desk, refused },
        on: (target: string) => desk.ballot.get()?.dots.filter(({ targetId }) => targetId === target).length,
        put: (target: string) => desk.put({ targetId: target, point: null }, 'dot'),
        take: (target: string) => desk.take(target, 'dot'),
        tryAgain: () => waiting.splice(0).forEach((wake) => void wake()),
        passTime: () => timers.splice(0).forEach((run) => void run()),
        hear: (what = news()) => heard.set(what),
      }
    },
  }
}

/** Everything that can be answered by now is. */
const settled = () => new Promise((resolve) => setTimeout(resolve))

describe('a dot', () => {
  test('is shown at once as being sent, then as given, and goes to the next free slot', async () => {
    const round = roundFor({ dots: 3 })
    const { desk, put, on } = round.tab()
    expect([put('a'), put('b')]).toEqual([undefined, undefined])
    expect(desk.ballot.get()).toMatchObject({
      dots: [
        { slot: 0, targetId: 'a', isSent: false },
        { slot: 1, targetId: 'b', isSent: false },
      ],
      left: { dots: 1 },
    })
    await settled()
    expect(desk.ballot.get()?.dots.every(({ isSent }) => isSent)).toBe(true)
    expect(round.own().dots).toHaveLength(2)
    desk.take('a', 'dot')
    expect(on('a')).toBe(0)
    await settled()
    expect(round.own().dots.map(({ targetId }) => targetId)).toEqual(['b'])
  })

  test('that one does not have, or may not put twice, is refused here already', () => {
    const { put, take } = roundFor({ dots: 2, severalOnOne: false }).tab()
    expect([put('a'), put('a'), put('b'), put('c')]).toEqual([undefined, 'one_dot_each', undefined, 'no_such_dot'])
    expect([take('c'), take('a'), put('c')]).toEqual([false, true, undefined])
  })

  test('of a table goes on one note once for each person there', () => {
    const { put } = roundFor({ dots: 2, severalOnOne: false }, 2).tab()
    expect([put('a'), put('a'), put('a'), put('b')]).toEqual([undefined, undefined, 'one_dot_each', undefined])
  })

  test('on a line that loses requests and answers is tried again until it is there, once', async () => {
    const fate = ['lost', 'unanswered', 'unanswered', 'lost', 'answered'] as const
    let sent = 0
    const round = roundFor({ dots: 3 })
    const { desk, put, tryAgain } = round.tab({ reach: () => fate[sent++ % fate.length] ?? 'answered' })
    put('a')
    put('a')
    for (let i = 0; i < 8; i += 1) {
      await settled()
      expect(desk.isWaiting.get()).toBe(round.own().dots.length < 2 || sent < 10)
      tryAgain()
    }
    await settled()
    expect(round.own().dots).toHaveLength(2)
    expect(desk.ballot.get()?.dots.map(({ isSent }) => isSent)).toEqual([true, true])
    expect(desk.isWaiting.get()).toBe(false)
  })

  test('that was answered stays while an older message is heard, and time brings back what is heard', async () => {
    const round = roundFor({ dots: 3 })
    const { desk, put, hear, passTime, on } = round.tab()
    const older = round.news()
    put('a')
    await settled()
    hear(older)
    expect(on('a')).toBe(1)
    // The next one goes into another slot: the one that only this tab knows of is taken.
    put('a')
    await settled()
    expect(round.own().dots).toHaveLength(2)
    passTime()
    expect(on('a')).toBe(2)
    hear({ ...older })
    expect(on('a')).toBe(0)
    expect(desk.ballot.get()?.left.dots).toBe(3)
  })
})

describe('two tabs of one person', () => {
  test('that race for the same slots lose no dot and get no stranger’s', async () => {
    const round = roundFor({ dots: 4 })
    const [one, other] = [round.tab(), round.tab()]
    one.put('a')
    other.put('b')
    one.put('c')
    other.put('d')
    await settled()
    round.tell()
    for (const tab of [one, other]) tab.passTime()
    expect(
      round
        .own()
        .dots.map(({ targetId }) => targetId)
        .toSorted(),
    ).toEqual(['a', 'b', 'c', 'd'])
    for (const tab of [one, other])
      expect(
        tab.desk.ballot
          .get()
          ?.dots.map(({ targetId }) => targetId)
          .toSorted(),
      ).toEqual(['a', 'b', 'c', 'd'])
    expect([...one.refused, ...other.refused]).toEqual([])
  })

  test('that want more than there is are told, and neither is stuck', async () => {
    const round = roundFor({ dots: 2 })
    const [one, other] = [round.tab(), round.tab()]
    for (const target of ['a', 'a']) one.put(target)
    for (const target of ['b', 'b']) other.put(target)
    await settled()
    expect(round.own().dots).toHaveLength(2)
    expect([...one.refused, ...other.refused]).toEqual([
      ['no_such_dot', 1],
      ['no_such_dot', 1],
    ])
    round.tell()
    for (const tab of [one, other]) tab.passTime()
    expect(one.take(round.own().dots[0]?.targetId ?? '')).toBe(true)
    await settled()
    round.tell()
    expect(other.put('c')).toBeUndefined()
    await settled()
    expect(round.own().dots).toHaveLength(2)
    expect(other.on('c')).toBe(1)
  })

  test('agree with the server in the end, whatever they do', async () => {
    const deed = fc.record({
      tab: fc.nat(1),
      to: fc.constantFrom('put', 'take', 'hear', 'later'),
      target: fc.constantFrom('a', 'b', 'c'),
    })
    const fate = fc.constantFrom('answered' as const, 'lost' as const, 'unanswered' as const)
    await fc.assert(
      fc.asyncProperty(
        fc.array(deed, { maxLength: 30 }),
        fc.array(fate, { minLength: 1 }),
        fc.boolean(),
        async (deeds, fates, severalOnOne) => {
          const round = roundFor({ dots: 3, severalOnOne })
          let sent = 0
          // From some point on the line holds, or nothing would ever be settled.
          const reach = () => (sent < 40 ? (fates[sent++ % fates.length] ?? 'answered') : 'answered')
          const tabs = [round.tab({ reach }), round.tab({ reach })]
          for (const { tab, to, target } of deeds) {
            const at = tabs[tab]
            if (to === 'put') at?.put(target)
            if (to === 'take') at?.take(target)
            if (to === 'hear') round.tell()
            if (to === 'later') {
              at?.tryAgain()
              await settled()
            }
          }
          for (let i = 0; i < 60; i += 1) {
            for (const tab of tabs) tab.tryAgain()
            await settled()
          }
          round.tell()
          for (const tab of tabs) tab.passTime()
          for (const { desk } of tabs) {
            expect(desk.isWaiting.get()).toBe(false)
            expect(desk.ballot.get()?.dots.map(({ slot, targetId }) => [slot, targetId])).toEqual(
              round.own().dots.map(({ slot, targetId }) => [slot, targetId]),
            )
            expect(desk.ballot.get()?.dots.every(({ isSent }) => isSent)).toBe(true)
          }
        },
      ),
      { numRuns: 100 },
    )
  }, 30_000)
})

describe('a round that is over', () => {
  test('for a dot that is on its way says so once, and takes no more', async () => {
    const round = roundFor({ dots: 3 })
    const { desk, put, refused, tryAgain } = round.tab({ reach: () => 'lost' })
    put('a')
    put('b')
    await settled()
    round.close()
    expect(desk.ballot.get()).toBeUndefined()
    expect(refused).toEqual([['vote_closed', 2]])
    tryAgain()
    await settled()
    expect(refused).toHaveLength(1)
    expect(put('a')).toBe('vote_closed')
  })

  test('lets go of who was left out', async () => {
    const round = roundFor({ dots: 3 })
    const { desk, put, refused, hear } = round.tab()
    round.leaveOut()
    put('a')
    await settled()
    expect(refused).toEqual([['left_out_of_vote', 1]])
    hear()
    expect(desk.ballot.get()).toMatchObject({ dots: [], isLeftOut: true })
    expect(put('a')).toBe('left_out_of_vote')
  })
})
