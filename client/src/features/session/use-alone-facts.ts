import { constant, useReadable } from '../../ui/use-readable.ts'
import { useSessionPlace } from './session-context.ts'

/** What is written alone and not revealed yet, in notes. */
export type AloneFacts = {
  readonly all: number
  readonly own: number
  readonly byZone: Readonly<Record<string, number>>
  readonly selected: readonly string[]
}

const noCounts = constant<Readonly<Record<string, number>>>({})
const nothingSelected = constant<readonly string[]>([])

export function useAloneFacts(): AloneFacts {
  const { alone, canvas } = useSessionPlace()
  const byZone = useReadable(alone) ?? {}
  const own = sum(useReadable(canvas?.aloneByZone ?? noCounts))
  const selected = useReadable(canvas?.selectedAlone ?? nothingSelected)
  // What was written without a line is not among everybody's yet.
  return { byZone, own, selected, all: Math.max(own, sum(byZone)) }
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0)
}
