import { describe, expect, test } from 'vitest'
import type { SessionView } from '#shared/session/view.ts'
import { stripKind } from './strip-kind.ts'
import { sessionView, step } from './test-session-view.ts'

const mele = { participantId: 'mele', name: 'Mele', role: 'editor' } as const
const ana = { participantId: 'ana', name: 'Ana', role: 'facilitator' } as const
const steps = [step('show', { mode: 'brief' }), step('write'), step('talk', { mode: 'present' })]
const at = (run: string) => sessionView({ steps, run })
const withAttention = (view: SessionView, attention: Partial<SessionView['attention']>) => ({
  ...view,
  attention: { ...view.attention, ...attention },
})

describe('a participant is told', () => {
  test('why she cannot write, and whether she can in the next step', () => {
    expect(stripKind(at('show'), mele)).toEqual({ kind: 'looks-on', mode: 'brief', canNext: true })
    expect(stripKind(at('talk'), mele)).toEqual({ kind: 'looks-on', mode: 'present', canNext: false })
    expect(stripKind(at('write'), mele)).toBeUndefined()
  })

  test('of the view that is held before all else, then of her own pen, then of everybody’s', () => {
    const frozen = withAttention(at('write'), { isFrozen: true })
    expect(stripKind(frozen, mele)).toEqual({ kind: 'frozen' })
    expect(stripKind({ ...frozen, muted: ['mele'] }, mele)).toEqual({ kind: 'muted' })
    const held = { heldZone: 'map', heldByName: 'Ratu' }
    expect(stripKind(withAttention(frozen, held), mele)).toEqual({ kind: 'held', byName: 'Ratu' })
  })

  test('nothing of writing when she is here to look', () => {
    expect(stripKind(at('show'), { ...mele, role: 'viewer' })).toBeUndefined()
  })
})

describe('a facilitator is told', () => {
  test('that she leads because a line was lost, and the other that she is led', () => {
    const passed = { ...at('write'), leaderId: 'ratu', leadHeldFor: 'ana' }
    expect(stripKind(passed, { ...ana, participantId: 'ratu' })).toEqual({ kind: 'leads-for', participantId: 'ana' })
    expect(stripKind(passed, ana)).toEqual({ kind: 'is-led', participantId: 'ratu' })
  })

  test('what she holds, so that she lets go of it', () => {
    const held = withAttention(at('write'), { heldZone: 'map', heldByName: ana.name, isFrozen: true })
    expect(stripKind(held, ana)).toEqual({ kind: 'holds', zone: 'map', byName: undefined })
    expect(stripKind(held, { ...ana, name: 'Ratu' })).toEqual({ kind: 'holds', zone: 'map', byName: ana.name })
    expect(stripKind(withAttention(at('write'), { isFrozen: true }), ana)).toEqual({ kind: 'freezes' })
  })
})

test('before it begins and when it is over there is nothing to tell', () => {
  expect(stripKind(sessionView({ steps }), mele)).toBeUndefined()
})
