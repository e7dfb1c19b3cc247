export { preloadBoard } from './preload-board.ts'
