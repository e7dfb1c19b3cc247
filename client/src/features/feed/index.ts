export { FromBoard } from './FromBoard.tsx'
export { BringInDialog, CarryOutDialog } from './lazy-dialogs.ts'
export { useAskedPlace } from './use-asked-place.ts'
