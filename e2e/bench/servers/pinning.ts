import { spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'

/** The server gets one core and the load another, so that they do not take each other's time. */
export const serverCore = 0
export const loadCore = 1

export const isPinned = availableParallelism() > 1 && spawnSync('taskset', ['--version']).status === 0

/** @returns what to put before a command line; nothing where the system cannot pin. */
export function pinnedTo(core: number): readonly string[] {
  return isPinned ? ['taskset', '-c', String(core)] : []
}
