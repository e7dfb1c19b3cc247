import { describe, expect, test } from 'vitest'
import { type DraftGuest, orderOf, withPlanned } from './plan-draft.ts'
import { draftOf, tableSets } from './table-sets.ts'
import { round, tablesView } from './test-tables-view.ts'

const guest = (participantId: string, changes: Partial<DraftGuest> = {}): DraftGuest => ({
  ...{ participantId, country: null, organisation: null, isRemote: false, count: 1, isDevice: false },
  ...changes,
})
const guests = [guest('mele'), guest('sina'), guest('hall', { isDevice: true, count: 5 })]

function draftIn(run?: string) {
  const view = tablesView({ rounds: [round('first', ['mele'], ['sina']), round('second')] }, run)
  const [set] = tableSets(view.plan.steps)
  if (!set) throw new Error('There are no tables.')
  return draftOf(view, set)
}

describe('what is planned', () => {
  test('is every round before the session begins', () => {
    expect(orderOf(draftIn(), guests, 2)).toMatchObject({ roundCount: 2, past: [] })
  })

  test('is only what is left while it runs, with what was', () => {
    expect(orderOf(draftIn('second'), guests, 2)).toMatchObject({ roundCount: 1, past: [[['mele'], ['sina']]] })
  })

  test('leaves a device where it lies, at a table where nobody else stays', () => {
    const hosts = (hosts: Record<string, number>) => orderOf({ ...draftIn(), hosts }, guests, 2).rule.hosts
    expect(hosts({})).toEqual({ hall: 0 })
    expect(hosts({ mele: 0 })).toEqual({ mele: 0, hall: 1 })
    expect(hosts({ hall: 1 })).toEqual({ hall: 1 })
  })

  test('forgets hosts who are not here, and tables that are not used', () => {
    expect(orderOf({ ...draftIn(), hosts: { gone: 0, sina: 1 } }, guests.slice(0, 2), 1).rule.hosts).toEqual({})
  })
})

test('what was planned takes the place of what is left, with a table for each zone', () => {
  const draft = draftIn('second')
  const order = orderOf(draft, guests, 1)
  expect(withPlanned(draft, order, [[['mele', 'sina', 'hall']]]).plan).toEqual([
    [['mele'], ['sina']],
    [['mele', 'sina', 'hall'], []],
  ])
})
