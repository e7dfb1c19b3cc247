import { lazyPart } from '../../ui/lazy-part.ts'

export { EditedZone } from './EditedZone.tsx'

/** Most people never draw a zone. */
export const AskedZones = lazyPart(async () => (await import('./AskedZones.tsx')).AskedZones)
export const ZonesPanel = lazyPart(async () => (await import('./ZonesPanel.tsx')).ZonesPanel)
export const EmptyBoard = lazyPart(async () => (await import('./EmptyBoard.tsx')).EmptyBoard)
export const FirstZoneDialog = lazyPart(async () => (await import('./FirstZoneDialog.tsx')).FirstZoneDialog)
