import { lazy } from 'react'

/** Not on the way to the board: most zones ask for no values. */
export const ValuesBar = lazy(async () => ({ default: (await import('./ValuesBar.tsx')).ValuesBar }))
export const ValueFields = lazy(async () => ({ default: (await import('./ValueFields.tsx')).ValueFields }))
