export {
  Arrival,
  HandsQueue,
  PersonMenu,
  PersonSigns,
  Reactions,
  Rehearsal,
  RunOfShow,
  SessionBar,
  SessionDock,
  SessionStrip,
} from './lazy-parts.ts'
export { SessionProvider } from './SessionProvider.tsx'
export type { SessionDesk } from './session-desk.ts'
export { TablesPanel } from './tables/lazy-tables.ts'
export { useCanvasWriting } from './use-canvas-writing.ts'
export { useLiveDesk } from './use-live-desk.ts'
