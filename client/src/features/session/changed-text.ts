import { localise } from '#shared/board/local-text.ts'
import type { Step } from '#shared/session/session.ts'

type Text = Step['title']

/**
 * What a facilitator has typed over a text that she reads in her language. Who changes it replaces it for everybody: a
 * translation that says something else than what was changed would be worse than none.
 */
export function changedText(before: Text, typed: string, language: string): Text {
  const words = typed.trim()
  return words === localise(before, language).trim() ? before : { en: words }
}
