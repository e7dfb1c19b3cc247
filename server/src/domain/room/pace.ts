/**
 * How often a room tells what it has to tell. Each frame costs each receiver's socket the same however little is in it, so
 * the more people there are, and the more this process has to do, the more goes into one.
 *
 * @param load - how busy the process is, 0 to 1.
 */
export type Pace = (people: number, load: number) => number

/** Below this load nothing is thinned out; from there on, small rooms gather as well; above the next, all slow down. */
const quietLoad = 0.1
const busyLoad = 0.6
/** What small rooms gather for when there are very many of them. */
const maxSmallTickMs = 20
/** Above this load also the first pointer after quiet waits for others. */
const leadLoad = 0.25
const maxLeadMs = 8

/** Milliseconds between two frames of pointers and awareness. A pointer may wait for it, but not for two of them. */
export const presenceTickMs: Pace = (people, load) => {
  const own = people <= 200 ? Math.min(people / 4, 26) : 26 + (people - 200) / 11.5
  const shared = Math.min(maxSmallTickMs, Math.max(0, load - quietLoad) * 100)
  return Math.max(own, shared) * strain(load)
}

/**
 * Milliseconds that a room which has been quiet waits for others' pointers after the first. In a process with time to
 * spare nobody waits; in a busy one a second frame right after the first costs everybody's time.
 */
export const presenceLeadMs = (load: number) => Math.min(maxLeadMs, Math.max(0, load - leadLoad) * 50)

/** Milliseconds between two frames of updates. */
export const updateTickMs: Pace = (people, load) => Math.min(people / 10, 25) * strain(load)

const steps = [50, 75, 100, 150, 200, 300, 400, 500, 750, 1_000, 1_500, 2_000]

/** Milliseconds between two pointers of one person: nobody follows two hundred of them with her eyes. */
export const cursorIntervalMs: Pace = (people, load) => {
  const wanted = (people / 2) * strain(load)
  return steps.find((step) => step >= wanted) ?? 2_000
}

function strain(load: number): number {
  return 1 + Math.max(0, load - busyLoad) * 5
}
