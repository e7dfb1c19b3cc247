export { BoardPicture } from './BoardPicture.tsx'
export { stages } from './stages.ts'
