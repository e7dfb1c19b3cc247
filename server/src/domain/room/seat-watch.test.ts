import { expect, test } from 'vitest'
import type { Session } from '#shared/session/session.ts'
import { type Comer, type PeopleAtTables, withPeople } from '#shared/session/tables/people-at-tables.ts'
import { noTables } from '#shared/session/tables/table-plan.ts'
import { having, plan, session, step } from '#shared/session/testing/sessions.ts'
import { awayAfterMs, createSeatWatch } from './seat-watch.ts'

const minuteMs = 60_000
const rounds = [{ stepIds: ['one'], tables: [{ zone: 'a', people: ['ana', 'ben'] }] }]
const seated = having(session({ plan: plan({ steps: [step('one', { mode: 'tables', zones: ['a'] })] }) }), {
  type: 'plan_tables',
  ...{ rule: noTables.rule, hosts: [], rounds, standing: [] },
})

/** A watch over a session that becomes what it finds, and a clock that is moved by hand. */
function watching({ isKept = true, first = having(seated, { type: 'start' }) } = {}) {
  const here = new Map<string, Comer>()
  const found: PeopleAtTables[] = []
  let now: Session = first
  let nowMs = 0
  let waiting: { readonly atMs: number; readonly run: () => void }[] = []
  const watch = createSeatWatch({
    clock: {
      nowMs: () => nowMs,
      monotonicMs: () => nowMs,
      after(delayMs, run) {
        const one = { atMs: nowMs + delayMs, run }
        waiting.push(one)
        return () => {
          waiting = waiting.filter((other) => other !== one)
        }
      },
    },
    session: () => now,
    here: () => [...here.values()],
    onPeople(people) {
      found.push(people)
      if (!isKept) return
      now = withPeople(now, [], people)
      watch.review()
    },
  })
  const pass = (ms: number) => {
    const endMs = nowMs + ms
    for (;;) {
      const [due] = waiting.filter(({ atMs }) => atMs <= endMs).toSorted((a, b) => a.atMs - b.atMs)
      if (!due) break
      waiting = waiting.filter((one) => one !== due)
      nowMs = due.atMs
      due.run()
    }
    nowMs = endMs
  }
  return {
    ...{ found, pass, watch },
    waits: () => waiting.length,
    away: () => now.tables.away,
    come(participantId: string, role: Comer['role'] = 'editor') {
      here.set(participantId, { participantId, role })
      watch.review()
    },
    go(participantId: string) {
      here.delete(participantId)
      watch.review()
    },
  }
}

test('[SE7] people who come together are seated in one change, and found once', () => {
  const { come, found, pass } = watching()
  for (const id of ['ana', 'ben', 'late', 'later']) come(id)
  come('gus', 'facilitator')
  expect(found).toEqual([])
  pass(minuteMs)
  expect(found.map(({ comers }) => comers.map(({ participantId }) => participantId))).toEqual([['late', 'later']])
})

test('[SE7] a line that is back within two minutes has not been missed; one that is not, has, and is welcome later', () => {
  const { come, go, found, pass, away } = watching()
  for (const id of ['ana', 'ben']) come(id)
  pass(minuteMs)
  go('ana')
  pass(awayAfterMs - 1_000)
  come('ana')
  pass(awayAfterMs)
  expect(found).toEqual([])
  go('ana')
  pass(awayAfterMs - 1_000)
  expect(away()).toEqual([])
  pass(2_000)
  expect(away()).toEqual(['ana'])
  come('ana')
  pass(1_000)
  expect(away()).toEqual([])
  expect(found).toHaveLength(2)
})

test('[SE7] nobody is missed before the session begins, and nothing is waited for without tables', () => {
  const planned = watching({ first: seated })
  planned.come('ana')
  planned.pass(10 * awayAfterMs)
  expect(planned.found).toEqual([])
  const without = watching({ first: having(session(), { type: 'start' }) })
  without.come('ana')
  expect(without.waits()).toBe(0)
})

test('[SE7] what could not be kept is tried again two minutes later, and no sooner', () => {
  const { come, found, pass, watch, waits } = watching({ isKept: false })
  come('ana')
  pass(awayAfterMs + minuteMs)
  expect(found).toHaveLength(1)
  pass(awayAfterMs)
  expect(found).toHaveLength(2)
  watch.stop()
  expect(waits()).toBe(0)
})
