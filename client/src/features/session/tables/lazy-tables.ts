import { lazy } from 'react'

/** In most steps nobody sits at a table, and only facilitators seat people. */
const tables = () => import('./tables-parts.ts')

export const OwnPlace = lazy(async () => ({ default: (await import('./OwnPlace.tsx')).OwnPlace }))
export const TablesDialog = lazy(async () => ({ default: (await tables()).TablesDialog }))
export const TablesPanel = lazy(async () => ({ default: (await tables()).TablesPanel }))

/** Before somebody asks for it: the line may be gone by then. What cannot be had now is asked for again. */
export function preloadTables(): void {
  tables().catch(() => undefined)
}
