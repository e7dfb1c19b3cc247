export { Arrival } from './Arrival.tsx'
export { SessionBar } from './SessionBar.tsx'
export { SessionDock } from './SessionDock.tsx'
export { SessionStrip } from './SessionStrip.tsx'
