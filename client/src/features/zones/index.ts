import { lazy } from 'react'

export { EditedZone } from './EditedZone.tsx'

/** Most people never draw a zone. */
export const AskedZones = lazy(async () => ({ default: (await import('./AskedZones.tsx')).AskedZones }))
export const ZonesPanel = lazy(async () => ({ default: (await import('./ZonesPanel.tsx')).ZonesPanel }))
export const EmptyBoard = lazy(async () => ({ default: (await import('./EmptyBoard.tsx')).EmptyBoard }))
export const FirstZoneDialog = lazy(async () => ({ default: (await import('./FirstZoneDialog.tsx')).FirstZoneDialog }))
