import { lazyPart } from '../../ui/lazy-part.ts'

/** Not on the way to the board: most zones ask for no values. */
export const ValuesBar = lazyPart(async () => (await import('./ValuesBar.tsx')).ValuesBar)
export const ValueFields = lazyPart(async () => (await import('./ValueFields.tsx')).ValueFields)
