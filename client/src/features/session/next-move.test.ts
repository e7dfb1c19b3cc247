import { describe, expect, test } from 'vitest'
import type { SessionView } from '#shared/session/view.ts'
import { nextMove } from './next-move.ts'
import { sessionView, step } from './test-session-view.ts'

const steps = [
  step('one', { zones: ['intro'] }),
  step('two', { zones: ['map'] }),
  step('rest', { mode: 'break', zones: ['map'] }),
]
const mele = { participantId: 'mele', role: 'editor' } as const
const ana = { participantId: 'ana', role: 'facilitator' } as const
const at = (run: string, nowMs = 0) => sessionView({ steps, run, nowMs })
const withAttention = (view: SessionView, attention: Partial<SessionView['attention']>) => ({
  ...view,
  attention: { ...view.attention, ...attention },
})

describe('a person is brought', () => {
  test('to the zone of the next step, with a word before', () => {
    expect(nextMove(at('one'), at('two'), mele)).toEqual({ how: 'announced', zones: ['map'] })
  })

  test('there at once when she comes later', () => {
    expect(nextMove(undefined, at('two'), mele)).toEqual({ how: 'at-once', zones: ['map'] })
  })

  test('there again when the step is come back to', () => {
    expect(nextMove(at('two', 0), at('two', 5_000), mele)).toEqual({ how: 'announced', zones: ['map'] })
  })

  test('nowhere while a step goes on, in a break, or before it begins', () => {
    expect(nextMove(at('two'), { ...at('two'), version: 9 }, mele)).toBeUndefined()
    expect(nextMove(at('two'), at('rest'), mele)).toBeUndefined()
    expect(nextMove(undefined, sessionView({ steps }), mele)).toBeUndefined()
  })

  test('to a zone that is called, facilitators too, and to the same one again', () => {
    const called = withAttention(at('two'), { call: { number: 1, zone: 'gallery', byName: 'Ana' } })
    expect(nextMove(at('two'), called, ana)).toEqual({ how: 'announced', zones: ['gallery'] })
    const again = withAttention(at('two'), { call: { number: 2, zone: 'gallery', byName: 'Ana' } })
    expect(nextMove(called, again, mele)).toEqual({ how: 'announced', zones: ['gallery'] })
    expect(nextMove(called, called, mele)).toBeUndefined()
  })

  test('not to what was called before she came', () => {
    const called = withAttention(at('two'), { call: { number: 1, zone: 'gallery', byName: 'Ana' } })
    expect(nextMove(undefined, called, mele)).toEqual({ how: 'at-once', zones: ['map'] })
  })

  test('at once to what is held, unless she is a facilitator', () => {
    const held = withAttention(at('two'), { heldZone: 'gallery' })
    expect(nextMove(at('two'), held, mele)).toEqual({ how: 'at-once', zones: ['gallery'] })
    expect(nextMove(held, held, mele)).toBeUndefined()
    expect(nextMove(at('two'), held, ana)).toBeUndefined()
  })

  test('to her own table, and to another one when she is moved', () => {
    const tables = step('tables', { mode: 'tables', zones: ['table-1', 'table-2'] })
    const seatedAt = (zone: string) => {
      const view = sessionView({ steps: [steps[0] ?? tables, tables], run: 'tables' })
      const round = { stepIds: ['tables'], tables: [{ zone, people: ['mele'] }] }
      return { ...view, tables: { ...view.tables, rounds: [round] } }
    }
    expect(nextMove(at('one'), seatedAt('table-2'), mele)).toEqual({ how: 'announced', zones: ['table-2'] })
    expect(nextMove(seatedAt('table-2'), seatedAt('table-1'), mele)).toEqual({ how: 'announced', zones: ['table-1'] })
    expect(nextMove(seatedAt('table-2'), { ...seatedAt('table-2'), version: 9 }, mele)).toBeUndefined()
    expect(nextMove(at('one'), seatedAt('table-2'), ana)).toEqual({ how: 'announced', zones: ['table-1', 'table-2'] })
  })
})
