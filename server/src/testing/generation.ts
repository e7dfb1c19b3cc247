import type { BoardRecord } from '#shared/board/board-records.ts'
import { note } from './board-content.ts'

export const notesOfGeneration = 100

/** Notes that are on a board all together, or not at all. */
export const generation = {
  notes: (name: string): BoardRecord[] =>
    Array.from({ length: notesOfGeneration }, (_, i) => note(`shape:generation_${name}_${i}`, `note ${i} of ${name}`)),
  /** Undefined for what is no note of a generation. */
  nameOf: (id: string): string | undefined => /^shape:generation_(.+)_\d+$/.exec(id)?.[1],
}
