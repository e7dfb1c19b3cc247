import type { Pilot } from '#shared/http/pilots.ts'
import { matchesWords } from '../../ui/matches-words.ts'

/** Pilots in which every typed word occurs somewhere. */
export function searchPilots(pilots: readonly Pilot[], typed: string): readonly Pilot[] {
  return pilots.filter(({ title, challenge, department, owner }) =>
    matchesWords([title, challenge, department ?? '', owner ?? ''], typed),
  )
}
