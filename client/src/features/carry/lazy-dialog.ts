import { lazyPart } from '../../ui/lazy-part.ts'

export const CarryOnDialog = lazyPart(async () => (await import('./CarryOnDialog.tsx')).CarryOnDialog)
