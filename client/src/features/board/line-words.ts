import { SignalHigh, SignalLow, WifiOff } from 'lucide-react'
import type { LineState } from '../../sync/board-connection.ts'

/** The shape says it without the colour. */
export const lineIcons = { good: SignalHigh, slow: SignalLow, silent: WifiOff } as const satisfies Record<
  LineState['quality'],
  unknown
>

/** Seconds there and back, to a tenth: more would only flicker. Nothing before it is known. */
export function roundTripSeconds({ roundTripMs }: LineState): number | undefined {
  return roundTripMs === undefined ? undefined : Math.max(0.1, Math.round(roundTripMs / 100) / 10)
}
