export { BoardPicture } from './BoardPicture.tsx'
export { PilotFields, type PilotWords } from './PilotFields.tsx'
export { stages } from './stages.ts'
