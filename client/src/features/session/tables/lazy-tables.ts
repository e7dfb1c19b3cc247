import { lazy } from 'react'

/** In most steps nobody sits at a table, and only facilitators seat people. */
const tables = () => import('./tables-parts.ts')

export const OwnPlace = lazy(async () => ({ default: (await import('./OwnPlace.tsx')).OwnPlace }))
export const TablesPanel = lazy(async () => ({ default: (await tables()).TablesPanel }))
export const TablesRow = lazy(async () => ({ default: (await tables()).TablesRow }))
