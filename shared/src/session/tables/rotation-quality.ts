import type { RotationPlan } from './seating.ts'

export type RotationQuality = {
  /** How many pairs of people have sat at one table. */
  readonly pairsMet: number
  /** How often two people sat together that had done so before. */
  readonly repeats: number
  /**
   * No rotation of these sizes has fewer, nor, where nobody here comes to a table again, one that does without that. It
   * may be that none has as few.
   */
  readonly fewestRepeats: number
  /** How often a traveller came to a table again. */
  readonly returns: number
}

/** How good a rotation is, against what is possible at all. @param hosts - those who stay, by participant id. */
export function rotationQuality(plan: RotationPlan, hosts: ReadonlySet<string>): RotationQuality {
  const meetings = new Map<string, number>()
  const visits = new Map<string, number>()
  for (const seating of plan) {
    for (const [number, table] of seating.entries()) {
      for (const [i, one] of table.entries()) {
        if (!hosts.has(one)) add(visits, `${number} ${one}`)
        for (const other of table.slice(0, i)) add(meetings, [one, other].sort().join(' '))
      }
    }
  }
  const beyondFirst = (counts: ReadonlyMap<string, number>) =>
    [...counts.values()].reduce((sum, count) => sum + count - 1, 0)
  const returns = beyondFirst(visits)
  return {
    pairsMet: meetings.size,
    repeats: beyondFirst(meetings),
    fewestRepeats: Math.max(byMeetings(plan), byTables(plan, hosts, returns === 0)),
    returns,
  }
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

/** Nobody can meet more others than there are: what is seated beyond that is a repeat for somebody. */
function byMeetings(plan: RotationPlan): number {
  const seats = new Map<string, number>()
  const people = new Set(plan.flat(2))
  for (const table of plan.flat()) {
    for (const one of table) seats.set(one, (seats.get(one) ?? 0) + table.length - 1)
  }
  const tooMany = [...seats.values()].reduce((sum, count) => sum + Math.max(0, count - (people.size - 1)), 0)
  return Math.ceil(tooMany / 2)
}

/**
 * Of a table with more seats than there were tables before, some must come from the same one: counted from each round to
 * the next. A pair that sits together in several rounds is counted once less than its meetings at most, as a repeat is.
 */
function byTables(plan: RotationPlan, hosts: ReadonlySet<string>, isWithoutReturns: boolean): number {
  return plan.slice(1).reduce((sum, seating, i) => {
    const before = (plan[i] ?? []).filter((table) => table.length > 0).length
    return (
      sum +
      seating.reduce((pairs, table) => {
        // Where nobody returns, only a host comes from the same table.
        const isOwnOrigin = !isWithoutReturns || table.some((one) => hosts.has(one))
        return pairs + fewestPairs(table.length, isOwnOrigin ? before : before - 1)
      }, 0)
    )
  }, 0)
}

/** Pairs of the same origin when so many people come from so many origins as evenly as can be. */
function fewestPairs(people: number, origins: number): number {
  if (origins < 1) return 0
  const each = Math.floor(people / origins)
  const larger = people % origins
  return larger * pairs(each + 1) + (origins - larger) * pairs(each)
}

function pairs(people: number): number {
  return (people * (people - 1)) / 2
}
