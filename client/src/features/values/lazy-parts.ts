import { lazy } from 'react'

/** Not on the way to the board: it comes with the first note that is selected at the earliest. */
export const ValuesBar = lazy(async () => ({ default: (await import('./ValuesBar.tsx')).ValuesBar }))
