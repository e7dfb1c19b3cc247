export { BoardProgress } from './BoardProgress.tsx'
export { fetchBoardCode } from './board-code.ts'
export { preloadCanvas } from './lazy-canvas.ts'
