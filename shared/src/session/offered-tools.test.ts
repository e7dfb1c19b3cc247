import { describe, expect, test } from 'vitest'
import { type StepMode, stepTools } from './modes.ts'
import { mayMake, offeredTools } from './offered-tools.ts'
import type { Session, Step } from './session.ts'
import { ana, fay, having, plan, session, step } from './testing/sessions.ts'
import { viewOf } from './view.ts'

const inStep = (overrides: Partial<Step>): Session =>
  having(session({ plan: plan({ steps: [step('one', overrides)] }) }), { type: 'start' })
const withoutLaser = stepTools.filter((tool) => tool !== 'laser')

describe('the tools of a step', () => {
  test('are those that it names, for everybody but facilitators', () => {
    const now = inStep({ tools: ['note', 'draw'] })
    expect(offeredTools(now, ana)).toEqual(['note', 'draw'])
    expect(offeredTools(viewOf(now, ana), ana)).toEqual(['note', 'draw'])
    expect(offeredTools(now, fay)).toEqual(stepTools)
  })

  test('are all where it names none, no session runs, or there is none', () => {
    for (const now of [inStep({}), session(), undefined]) expect(offeredTools(now, ana)).toEqual(stepTools)
  })

  test.each<[StepMode, boolean]>([
    ['brief', false],
    ['vote', false],
    ['open', true],
    ['present', true],
    ['break', true],
  ])('in mode %s have the laser by themselves: %s', (mode, hasLaser) => {
    expect(offeredTools(inStep({ mode }), ana)).toEqual(hasLaser ? stepTools : withoutLaser)
    expect(offeredTools(inStep({ mode, tools: ['laser'] }), ana)).toEqual(['laser'])
  })

  test('are without the laser for who is muted, and for all while writing is frozen', () => {
    const muted = having(inStep({}), { type: 'mute', participantId: 'ana', isMuted: true })
    expect(offeredTools(muted, ana)).toEqual(withoutLaser)
    expect(offeredTools(muted, { ...ana, participantId: 'ben' })).toEqual(stepTools)
    const frozen = having(inStep({ tools: ['note', 'laser'] }), { type: 'freeze', isFrozen: true })
    expect(offeredTools(frozen, ana)).toEqual(['note'])
  })
})

test('a tool makes its shapes, and what no tool makes may always be', () => {
  expect(['note', 'highlight', 'group', 'bookmark', 'zone'].map((type) => mayMake(['note', 'draw'], type))).toEqual(
    Array(5).fill(true),
  )
  expect(['text', 'image', 'geo', 'frame', 'arrow'].map((type) => mayMake(['note', 'draw'], type))).toEqual(
    Array(5).fill(false),
  )
})
