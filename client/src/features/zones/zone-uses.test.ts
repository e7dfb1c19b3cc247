import { describe, expect, test } from 'vitest'
import type { OpenVote } from '#shared/session/votes/round.ts'
import { voteSetup } from '#shared/session/votes/testing/votes.ts'
import { sessionView, step } from '../session/test-session-view.ts'
import { usesOf, zonesInUse } from './zone-uses.ts'

function voteIn(zones: string[]): OpenVote {
  return {
    ...{ id: 'round', number: 1, title: '', setup: voteSetup({ zones }), sessionId: null, stepId: null },
    ...{ openedAtMs: 0, openedByName: 'Fay', closesAtMs: null, closedAtMs: null, revision: 0, own: null, voters: [] },
  }
}

const steps = [
  step('past', { zones: ['a'] }),
  step('now', { zones: ['b'], isKeptToZones: true }),
  step('next', { zones: ['c'], feeds: ['d'] }),
]
const nothing = { vote: undefined, running: undefined, holdsWriting: false, coming: [] }

describe('in a zone goes on', () => {
  test('the vote that is open in it; one on the whole board is in none', () => {
    const vote = voteIn(['a'])
    expect(usesOf(['b', 'a'], { vote, session: undefined })).toEqual({ ...nothing, vote })
    expect(usesOf(['b'], { vote, session: undefined })).toEqual(nothing)
    expect(usesOf(['b'], { vote: voteIn([]), session: undefined })).toEqual(nothing)
  })

  test('the step that runs there, and whether people could write anywhere without it', () => {
    const session = sessionView({ steps, run: 'now' })
    expect(usesOf(['b'], { vote: undefined, session })).toMatchObject({ running: { id: 'now' }, holdsWriting: true })
    const inTwo = [step('now', { zones: ['b', 'c'], isKeptToZones: true })]
    const session2 = sessionView({ steps: inTwo, run: 'now' })
    expect(usesOf(['b'], { vote: undefined, session: session2 })).toMatchObject({ holdsWriting: false })
    expect(usesOf(['b', 'c'], { vote: undefined, session: session2 })).toMatchObject({ holdsWriting: true })
  })

  test('what is to come there, and what needs it; nothing of what is over', () => {
    const running = { vote: undefined, session: sessionView({ steps, run: 'now' }) }
    for (const key of ['c', 'd']) expect(usesOf([key], running).coming.map(({ id }) => id)).toEqual(['next'])
    expect(usesOf(['a'], running)).toEqual(nothing)
    const planned = { vote: undefined, session: sessionView({ steps }) }
    expect(usesOf(['a'], planned).coming.map(({ id }) => id)).toEqual(['past'])
  })
})

test('zones in use are those of the open vote, of the step that runs and of those to come', () => {
  expect(zonesInUse({ vote: voteIn(['v']), session: sessionView({ steps, run: 'now' }) })).toEqual(
    new Set(['v', 'b', 'c', 'd']),
  )
  expect(zonesInUse({ vote: undefined, session: sessionView({ steps }) })).toEqual(new Set(['a', 'b', 'c', 'd']))
  expect(zonesInUse({ vote: undefined, session: undefined })).toEqual(new Set())
})
