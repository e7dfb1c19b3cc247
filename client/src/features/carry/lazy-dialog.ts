import { lazy } from 'react'

export const CarryOnDialog = lazy(async () => ({ default: (await import('./CarryOnDialog.tsx')).CarryOnDialog }))
