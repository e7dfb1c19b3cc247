import type { LocalText } from '../../board/local-text.ts'

/** The description of a plain background: it shows nothing. */
export const nothingToSee: LocalText = { en: '', ar: '' }
