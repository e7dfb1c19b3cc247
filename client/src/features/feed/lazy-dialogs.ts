import { lazy } from 'react'

export const BringInDialog = lazy(async () => ({ default: (await import('./BringInDialog.tsx')).BringInDialog }))
