import { describe, expect, test } from 'vitest'
import { type StepMode, stepModes } from './modes.ts'
import type { Session } from './session.ts'
import { ana, fay, having, plan, session, step, vera } from './testing/sessions.ts'
import { viewOf } from './view.ts'
import { mayWriteIn, writeRuleOf } from './write-rule.ts'

const inStep = (mode: StepMode, overrides: Partial<Session['plan']['steps'][number]> = {}) =>
  having(session({ plan: plan({ steps: [step('one', { mode, ...overrides })] }) }), { type: 'start' })

describe('where people may write', () => {
  test.each<[StepMode, unknown]>([
    ['brief', { place: 'nowhere', reason: 'mode' }],
    ['private', { place: 'nowhere', reason: 'alone' }],
    ['open', { place: 'anywhere' }],
    ['vote', { place: 'nowhere', reason: 'mode' }],
    ['tables', { place: 'anywhere' }],
    ['present', { place: 'nowhere', reason: 'mode' }],
    ['break', { place: 'anywhere' }],
  ])('in mode %s', (mode, rule) => {
    const now = inStep(mode, { zones: ['a', 'b'] })
    expect(writeRuleOf(now, ana)).toEqual(rule)
    expect(writeRuleOf(now, fay)).toEqual({ place: 'anywhere' })
    // The same on the client, which knows the view alone.
    expect(writeRuleOf(viewOf(now, ana), ana)).toEqual(rule)
  })

  test('is the step’s zones where the step says so, and has any', () => {
    const kept = { isKeptToZones: true }
    expect(writeRuleOf(inStep('open', { ...kept, zones: ['a'] }), ana)).toEqual({ place: 'zones', zones: ['a'] })
    expect(writeRuleOf(inStep('open', kept), ana)).toEqual({ place: 'anywhere' })
  })

  test('is nowhere for who is muted, and for all but facilitators while writing is frozen', () => {
    const muted = having(inStep('open'), { type: 'mute', participantId: 'ana', isMuted: true })
    expect(writeRuleOf(muted, ana)).toEqual({ place: 'nowhere', reason: 'muted' })
    expect(writeRuleOf(muted, { ...ana, participantId: 'ben' })).toEqual({ place: 'anywhere' })
    const frozen = having(session(), { type: 'freeze', isFrozen: true })
    expect(writeRuleOf(frozen, ana)).toEqual({ place: 'nowhere', reason: 'frozen' })
    expect(writeRuleOf(frozen, fay)).toEqual({ place: 'anywhere' })
  })

  test('is anywhere without a session, before it starts and after it', () => {
    expect(writeRuleOf(undefined, ana)).toEqual({ place: 'anywhere' })
    expect(writeRuleOf(session(), ana)).toEqual({ place: 'anywhere' })
    const ended = having(inStep('brief'), { type: 'mute', participantId: 'ana', isMuted: true }, { type: 'end' })
    expect(writeRuleOf(ended, ana)).toEqual({ place: 'anywhere' })
  })

  test('is asked by the zone that a shape lies in', () => {
    const zones = { place: 'zones', zones: ['a'] } as const
    expect([mayWriteIn(zones, 'a'), mayWriteIn(zones, 'b'), mayWriteIn(zones, undefined)]).toEqual([true, false, false])
    expect(mayWriteIn({ place: 'nowhere', reason: 'frozen' }, 'a')).toBe(false)
    expect(mayWriteIn({ place: 'anywhere' }, undefined)).toBe(true)
  })
})

describe('what people see of a session', () => {
  test('is all of it for facilitators; for others without notes, without the past and without who else is muted', () => {
    const now = having(
      session(),
      { type: 'start' },
      { type: 'next' },
      { type: 'mute', participantId: 'ana', isMuted: true },
      { type: 'mute', participantId: 'vera', isMuted: true },
    )
    expect(viewOf(now, fay)).toEqual({ ...now, runsAs: 'open' })
    const seen = viewOf(now, vera)
    expect(JSON.stringify(seen)).not.toContain('notes of')
    expect(seen.muted).toEqual(['vera'])
    expect(seen.run).toMatchObject({ visits: [{ stepId: 'two' }], promised: { steps: [] } })
  })

  test.each(stepModes)('never promises what does not happen: %s', (mode) => {
    expect(viewOf(inStep(mode), ana).runsAs).toBe(mode)
    expect(viewOf(session(), ana).runsAs).toBeNull()
  })
})
