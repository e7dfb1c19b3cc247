export { formatLeft } from './format-left.ts'
export {
  Arrival,
  HandsQueue,
  PersonMenu,
  PersonSigns,
  Reactions,
  Rehearsal,
  RemovedPeople,
  RunOfShow,
  SessionBar,
  SessionDock,
  SessionStrip,
} from './lazy-parts.ts'
export { SessionProvider } from './SessionProvider.tsx'
export type { StepOnBoard } from './session-context.ts'
export {
  useIsFacilitator,
  useIsRehearsal,
  useIsSessionHere,
  usePeopleById,
  useSession,
  useSessionPlace,
  useZones,
} from './session-context.ts'
export type { SessionDesk } from './session-desk.ts'
export { stepPlace } from './step-place.ts'
export { TablesPanel } from './tables/lazy-tables.ts'
export { useCanvasWriting } from './use-canvas-writing.ts'
export { useLiveDesk } from './use-live-desk.ts'
export { useServerNow } from './use-server-now.ts'
export { useWords } from './use-words.ts'
