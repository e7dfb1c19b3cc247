import { lazyPart } from '../../ui/lazy-part.ts'

export const ZoneValuesDialog = lazyPart(async () => (await import('./ZoneValuesDialog.tsx')).ZoneValuesDialog)
