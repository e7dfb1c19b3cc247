/**
 * Seeds that failed once, with as many steps as it took, and what was mended. What a seed does changes with the actions it
 * chooses among; the mends have tests of their own.
 */
export const pinnedSeeds = {
  canvas: [{ seed: 209, steps: 200, mended: 'an arrow that tldraw cannot copy with what it is tied to' }],
  undo: [
    { seed: 156, steps: 150, mended: 'redo tied an arrow to a note that somebody had deleted, and moved its end' },
    { seed: 195, steps: 150, mended: 'undo showed a tie to its maker alone that nobody else could show' },
    { seed: 340, steps: 150, mended: "the same as 156, at the arrow's other end" },
  ],
} as const
