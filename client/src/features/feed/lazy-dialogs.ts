import { lazyPart } from '../../ui/lazy-part.ts'

export const BringInDialog = lazyPart(async () => (await import('./BringInDialog.tsx')).BringInDialog)
export const CarryOutDialog = lazyPart(async () => (await import('./CarryOutDialog.tsx')).CarryOutDialog)
