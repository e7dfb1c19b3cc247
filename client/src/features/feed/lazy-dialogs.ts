import { lazy } from 'react'

export const BringInDialog = lazy(async () => ({ default: (await import('./BringInDialog.tsx')).BringInDialog }))
export const CarryOutDialog = lazy(async () => ({ default: (await import('./CarryOutDialog.tsx')).CarryOutDialog }))
