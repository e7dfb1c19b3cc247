import { describe, expect, test } from 'vitest'
import { tablesFor } from '#shared/session/tables/rounds.ts'
import type { TablePlan } from '#shared/session/tables/table-plan.ts'
import { sessionView, step } from '../test-session-view.ts'
import { asksForPlace, nextTable, ownTable } from './own-table.ts'
import { round, tableSteps, tablesView } from './test-tables-view.ts'

const rounds = [round('first', ['mele', 'tama'], ['sina', 'hall']), round('second', ['tama'], ['mele', 'sina', 'hall'])]

/** As Mele sees it. */
function seen(run: string, tables: Partial<TablePlan> = {}) {
  const view = tablesView({ rounds, ...tables }, run)
  return { ...view, tables: tablesFor(view.tables, 'mele') }
}

describe('at her table', () => {
  test('somebody knows who sits there, and that it is the first', () => {
    expect(ownTable(seen('first'), 'mele')).toEqual({
      ...{ zone: 'table-1', round: 1, roundCount: 2, came: 'first' },
      ...{ companions: ['tama'], newCount: 1, isHost: false },
    })
  })

  test('she is told that she has moved, and how many she does not know yet', () => {
    expect(ownTable(seen('second'), 'mele')).toMatchObject({ zone: 'table-2', round: 2, came: 'moved', newCount: 2 })
  })

  test('a host stays', () => {
    const hosts = [{ zone: 'table-1', participantId: 'mele' }]
    const staying = [rounds[0] ?? round('first'), round('second', ['mele', 'tama', 'sina'], [])]
    expect(ownTable(seen('second', { hosts, rounds: staying }), 'mele')).toMatchObject({
      ...{ zone: 'table-1', came: 'stayed', newCount: 1, isHost: true },
    })
  })

  test('nobody counts on those who are away', () => {
    expect(ownTable(seen('second', { away: ['sina'] }), 'mele')).toMatchObject({ companions: ['hall'], newCount: 1 })
  })
})

test('who has no seat is told so, and a step without seats tells nothing', () => {
  expect(ownTable(seen('first'), 'late')).toBeNull()
  expect(ownTable(seen('pause'), 'mele')).toBeUndefined()
  expect(ownTable(seen('cards'), 'mele')).toBeUndefined()
})

test('the next table is told during a round and right before one', () => {
  expect(nextTable(seen('first'), 'mele')).toBe('table-2')
  expect(nextTable(seen('pause'), 'mele')).toBe('table-2')
  expect(nextTable(seen('second'), 'mele')).toBeUndefined()
})

test('people are asked where they are as long as tables are to come, where some are in the room and some are not', () => {
  const steps = [...tableSteps, step('vote', { mode: 'vote' })]
  const at = (run?: string) => sessionView({ steps, ...(run === undefined ? {} : { run }) })
  expect([at(), at('pause'), at('cards'), at('vote')].map(asksForPlace)).toEqual([true, true, true, false])
  const room = at()
  expect(asksForPlace({ ...room, plan: { ...room.plan, format: 'room' } })).toBe(false)
})
