import type { i18n } from 'i18next'
import { preloadCanvas } from './lazy-canvas.ts'

/** Fetches all that a board's page needs but the board itself: its code, its words and the canvas. */
export async function preloadBoard(words: i18n): Promise<void> {
  await Promise.all([import('./BoardPage.tsx'), words.loadNamespaces(['board', 'canvas']), preloadCanvas()])
}
