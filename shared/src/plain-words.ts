/**
 * Words of a field, without what nobody sees and others suffer from: control characters, halves of characters, and marks
 * that turn the direction of what is shown after them. Marks of one letter's direction, and what joins letters, stay.
 */
export function plainWords(text: string): string {
  return text.replaceAll(unseen, '')
}

/** As `plainWords`, on one line. */
export function plainLine(text: string): string {
  return plainWords(text.replaceAll(/\s+/g, ' '))
}

const unseen = /(?![\n\t])\p{Cc}|\p{Cs}|[\u202A-\u202E\u2066-\u2069]/gu
