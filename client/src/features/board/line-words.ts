import type { LineState } from '../../sync/board-connection.ts'

/** Seconds there and back, to a tenth: more would only flicker. Nothing before it is known. */
export function roundTripSeconds({ roundTripMs }: LineState): number | undefined {
  return roundTripMs === undefined ? undefined : Math.max(0.1, Math.round(roundTripMs / 100) / 10)
}
