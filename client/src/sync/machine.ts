/** What a line needs of the machine it runs on; another one in tests. */
export type Machine = {
  readonly WebSocket: typeof WebSocket
  readonly fetch: typeof fetch
  readonly random: () => number
  readonly nowMs: () => number
  /** Never jumps, as the time of day may. */
  readonly monotonicMs: () => number
  /** Tells of `online`. */
  readonly window: Pick<Window, 'addEventListener' | 'removeEventListener'>
  /** Tells of `visibilitychange`. */
  readonly document: Pick<Document, 'addEventListener' | 'removeEventListener' | 'visibilityState'>
}

export function thisMachine(): Machine {
  return {
    WebSocket: globalThis.WebSocket,
    fetch: (...args) => globalThis.fetch(...args),
    random: () => Math.random(),
    nowMs: () => Date.now(),
    monotonicMs: () => performance.now(),
    window: globalThis.window,
    document: globalThis.document,
  }
}
