export { CheckpointsDialog } from './CheckpointsDialog.tsx'
export type { RestoreUndo } from './use-checkpoints.ts'
