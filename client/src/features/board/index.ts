export { BoardProgress } from './BoardProgress.tsx'
export { fetchBoardCode } from './board-code.ts'
