import { describe, test, vi } from 'vitest'
import { fuzzAlone } from './fuzz-alone.ts'
import { fuzzCanvas, fuzzUndo } from './fuzz-canvas.ts'
import { pinnedSeeds } from './pinned-seeds.ts'

vi.hoisted(() => {
  // As it loads: under test tldraw gives two people who make something at once the same place in the order.
  process.env.NODE_ENV = 'development'
})
process.env.NODE_ENV = 'test'
Reflect.set(globalThis, '__FORCE_RAF_IN_TESTS__', true)

/** The long form is `fuzz-canvas.long.test.ts`. */
const seeds = [1, 2, 3]

describe('whatever people do over slow and broken lines, they see one sound board', () => {
  test.each(seeds)('seed %i', (seed) => fuzzCanvas({ seed, steps: 60 }), 60_000)
  test.each(pinnedSeeds.canvas)(
    'seed $seed, which found $mended',
    (pinned) => fuzzCanvas({ ...pinned, hasGroupDrags: false }),
    60_000,
  )
})

describe('[CN17] whatever people write alone, nothing of it reaches the board before it is revealed', () => {
  test.each(seeds)('seed %i', (seed) => fuzzAlone({ seed, steps: 60 }), 60_000)
})

describe("undo never takes back another person's change", () => {
  test.each(seeds)('seed %i', (seed) => fuzzUndo({ seed, steps: 60 }), 60_000)
  test.each(pinnedSeeds.undo)('seed $seed, which found that $mended', fuzzUndo, 60_000)
})
