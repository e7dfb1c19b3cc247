import { describe, expect, test } from 'vitest'
import { aloneStepOf, isAloneAnonymous } from './alone.ts'
import { newSession } from './plan-from-template.ts'
import type { Session, Step } from './session.ts'
import { viewOf } from './view.ts'
import { writeRuleOf } from './write-rule.ts'

const text = { en: '' }
function step(id: string, fields: Partial<Step> = {}): Step {
  return {
    ...{ id, title: text, prompt: text, notes: text, zones: ['ideas'], minutes: 5, mode: 'open', tools: [], feeds: [] },
    ...{ isKeptToZones: false, isAnonymous: false },
    ...fields,
  }
}
/** A session that has come through these steps to the last of them. */
function sessionThrough(...steps: Step[]): Session {
  const plan = {
    title: '',
    startsAtMs: null,
    timeZone: 'UTC',
    format: 'room',
    meetingUrl: null,
    expectedPeople: null,
  } as const
  const visits = steps.map(({ id }) => ({ stepId: id, enteredAtMs: 0, leftAtMs: null }))
  return {
    ...newSession('session', 'board', { ...plan, steps }, 'fay'),
    run: {
      ...{
        status: 'running',
        startedAtMs: 0,
        promised: { startsAtMs: 0, steps: [] },
        clock: { state: 'none' },
        visits,
        done: [],
        tableClocks: [],
      },
      stepId: steps.at(-1)?.id ?? '',
    },
  }
}
const ana = { participantId: 'ana', role: 'editor' } as const

describe('a step of writing alone', () => {
  test('[WA11] lets nobody but facilitators write on the board', () => {
    const session = sessionThrough(step('alone', { mode: 'private', isKeptToZones: true }))
    expect(writeRuleOf(session, ana)).toEqual({ place: 'nowhere', reason: 'alone' })
    expect(writeRuleOf(session, { participantId: 'fay', role: 'facilitator' })).toEqual({ place: 'anywhere' })
    expect(writeRuleOf(sessionThrough(step('open')), ana)).toEqual({ place: 'anywhere' })
  })

  test('is the one that runs, and is anonymous until the next one of its kind is not', () => {
    const secret = step('secret', { mode: 'private', isAnonymous: true })
    const named = step('named', { mode: 'private' })
    expect(aloneStepOf(sessionThrough(secret))?.id).toBe('secret')
    expect(aloneStepOf(sessionThrough(secret, step('open')))).toBeUndefined()
    expect(aloneStepOf(undefined)).toBeUndefined()
    expect(isAloneAnonymous(sessionThrough(secret, step('open')))).toBe(true)
    expect(isAloneAnonymous(sessionThrough(secret, named, step('open')))).toBe(false)
    expect(isAloneAnonymous(sessionThrough(step('open')))).toBe(false)
    expect(isAloneAnonymous(undefined)).toBe(false)
    // Who wrote is told what will become of it, however many steps ago it was.
    const later = sessionThrough(step('before'), secret, step('open'), step('last'))
    expect(isAloneAnonymous(viewOf(later, ana))).toBe(true)
    expect(viewOf(later, ana).run).toMatchObject({ visits: [{ stepId: 'secret' }, { stepId: 'last' }] })
  })
})
