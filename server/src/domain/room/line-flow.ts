/**
 * How much of what was sent to a connection is still under way, in this machine, in its kernel and on the line: told by
 * pings, which every WebSocket client answers by itself, in order behind what came before them. What this machine has not
 * handed to its kernel says little: on a slow line the kernel alone holds a minute of pointers.
 */
export interface LineFlow {
  readonly sentBytes: number
  /** What the other end is known to have. */
  readonly arrivedBytes: number
  readonly underwayBytes: number
  /** What may be under way before the line is full: what it carries in a round trip and a quarter of a second. */
  readonly budgetBytes: number
  sent(bytes: number): void
  /** 1 and above: what is sent now would wait on the line. 2 and above: for so long that the line is worse than it was. */
  fullness(nowMs: number): number
  /** Asks what has arrived, when it is time to. */
  probe(nowMs: number): void
  /** @param number - what the ping said. */
  answered(number: number, nowMs: number): void
}

const firstBudgetBytes = 16 * 1024
const minBudgetBytes = 4 * 1024
const maxBudgetBytes = 1024 * 1024
/** A line whose end has not been met is tried with twice as much each time; later a little more. */
const firstGrowth = 2
const carefulGrowth = 1.25
/** A ping that takes this much longer than the fastest one stood in no queue to speak of. */
const roomyMs = 100
/** One that takes this much longer stood in one. */
const queuedMs = 250
/** Too little to be worth a question. */
const minProbeBytes = 2 * 1024
const probeEveryMs = 2_000

export function createLineFlow(ping: (number: number) => void): LineFlow {
  let sentBytes = 0
  let arrivedBytes = 0
  let budgetBytes = firstBudgetBytes
  let growth = firstGrowth
  let fastestMs = Number.POSITIVE_INFINITY
  let number = 0
  let asked: { readonly number: number; readonly sentBytes: number; readonly atMs: number } | undefined
  let answeredAtMs = Number.NEGATIVE_INFINITY
  let askedAtMs = Number.NEGATIVE_INFINITY
  let askedBytes = 0

  const ask = (nowMs: number) => {
    number += 1
    asked = { number, sentBytes, atMs: nowMs }
    askedAtMs = nowMs
    askedBytes = sentBytes
    ping(number)
  }
  const isOverdue = (nowMs: number, byMs: number) =>
    asked !== undefined && nowMs - asked.atMs > byMs + (fastestMs === Number.POSITIVE_INFINITY ? 1_000 : fastestMs)

  return {
    get sentBytes() {
      return sentBytes
    },
    get arrivedBytes() {
      return arrivedBytes
    },
    get underwayBytes() {
      return sentBytes - arrivedBytes
    },
    get budgetBytes() {
      return budgetBytes
    },
    sent(bytes) {
      sentBytes += bytes
    },
    fullness(nowMs) {
      const used = (sentBytes - arrivedBytes) / budgetBytes
      return isOverdue(nowMs, queuedMs) ? Math.max(used, isOverdue(nowMs, queuedMs * 4) ? 4 : 2) : used
    },
    probe(nowMs) {
      if (asked) return
      const unasked = sentBytes - askedBytes
      const isTime = unasked >= minProbeBytes && nowMs - askedAtMs >= probeEveryMs
      // The first one goes before anything has filled the line, to know how fast it can be.
      if (number === 0 || isTime || unasked >= Math.max(minProbeBytes, budgetBytes / 4)) ask(nowMs)
    },
    answered(answer, nowMs) {
      if (answer !== asked?.number) return
      const tookMs = Math.max(0.1, nowMs - asked.atMs)
      const carried = asked.sentBytes - arrivedBytes
      const sinceMs = Math.max(tookMs, nowMs - Math.max(answeredAtMs, asked.atMs - tookMs))
      arrivedBytes = asked.sentBytes
      fastestMs = Math.min(fastestMs, tookMs)
      answeredAtMs = nowMs
      asked = undefined
      if (tookMs <= fastestMs + roomyMs) {
        // Only what was tried is known to fit.
        if (carried >= budgetBytes / 8) budgetBytes = Math.min(maxBudgetBytes, budgetBytes * growth)
      } else if (tookMs > fastestMs + queuedMs) {
        const perMs = carried / sinceMs
        growth = carefulGrowth
        budgetBytes = Math.min(maxBudgetBytes, Math.max(minBudgetBytes, perMs * (fastestMs + queuedMs)))
      }
    },
  }
}
