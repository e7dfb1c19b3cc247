import type { LocalText } from '../../board/local-text.ts'

/** The description of a plain background: it shows nothing. */
export const nothingToSee: LocalText = { en: '', ar: '' }

/** A whole number as texts in Arabic write it. */
export function arabicNumber(number: number): string {
  return String(number).replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'.charAt(Number(digit)))
}
