import { lazy } from 'react'

export const ZoneValuesDialog = lazy(async () => ({
  default: (await import('./ZoneValuesDialog.tsx')).ZoneValuesDialog,
}))
