import { lazyPart } from '../../../ui/lazy-part.ts'

/** In most steps nobody sits at a table, and only facilitators seat people. */
const tables = () => import('./tables-parts.ts')

export const OwnPlace = lazyPart(async () => (await import('./OwnPlace.tsx')).OwnPlace)
export const TablesDialog = lazyPart(async () => (await tables()).TablesDialog)
export const TablesPanel = lazyPart(async () => (await tables()).TablesPanel)

/** Before somebody asks for it: the line may be gone by then. What cannot be had now is asked for again. */
export function preloadTables(): void {
  tables().catch(() => undefined)
}
