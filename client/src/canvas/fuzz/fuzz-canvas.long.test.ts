import { describe, test, vi } from 'vitest'
import { fuzzAlone } from './fuzz-alone.ts'
import { fuzzCanvas, fuzzUndo } from './fuzz-canvas.ts'

vi.hoisted(() => {
  // As it loads: under test tldraw gives two people who make something at once the same place in the order.
  process.env.NODE_ENV = 'development'
})
process.env.NODE_ENV = 'test'
Reflect.set(globalThis, '__FORCE_RAF_IN_TESTS__', true)

/** Others than the first 120, or fewer of them: `FUZZ_SEEDS=121-400 npm run test:long -- fuzz-canvas`. */
const [first = 1, last = 120] = (process.env.FUZZ_SEEDS ?? '1-120').split('-').map(Number)
const seeds = Array.from({ length: last - first + 1 }, (_, i) => first + i)

describe('whatever people do over slow and broken lines, they see one sound board', () => {
  test.each(seeds)('seed %i', (seed) => fuzzCanvas({ seed, steps: 200 }))
})

describe('[CN17] whatever people write alone, nothing of it reaches the board before it is revealed', () => {
  test.each(seeds)('seed %i', (seed) => fuzzAlone({ seed, steps: 200 }))
})

describe("undo never takes back another person's change", () => {
  test.each(seeds)('seed %i', (seed) => fuzzUndo({ seed, steps: 150 }))
})
