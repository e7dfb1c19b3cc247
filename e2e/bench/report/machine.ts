import { availableParallelism, cpus, type } from 'node:os'
import { isPinned } from '../servers/pinning.ts'

export type Machine = {
  readonly processor: string
  readonly cores: number
  readonly node: string
  readonly system: string
  readonly isPinned: boolean
}

/** What somebody needs who wants to compare; not whose machine it is. */
export function machine(): Machine {
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    node: process.version,
    system: type(),
    isPinned,
  }
}
