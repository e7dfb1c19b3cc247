import { describe, test, vi } from 'vitest'
import { fuzzCanvas, fuzzUndo } from './fuzz-canvas.ts'

vi.hoisted(() => {
  // As it loads: under test tldraw gives two people who make something at once the same place in the order.
  process.env.NODE_ENV = 'development'
})
process.env.NODE_ENV = 'test'
Reflect.set(globalThis, '__FORCE_RAF_IN_TESTS__', true)

const seeds = Array.from({ length: 120 }, (_, i) => i + 1)

describe('whatever people do over slow and broken lines, they see one sound board', () => {
  test.each(seeds)('seed %i', (seed) => fuzzCanvas({ seed, steps: 200 }))
})

describe("undo never takes back another person's change", () => {
  test.each(seeds)('seed %i', (seed) => fuzzUndo({ seed, steps: 150 }))
})
