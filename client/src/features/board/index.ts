export { preloadCanvas } from './lazy-canvas.ts'
