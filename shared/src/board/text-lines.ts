/** Of a line of text, in units of the font's size. */
export const textLineHeight = 1.35
export const boldIsWiderBy = 1.12

/**
 * Breaks text into lines without a font at hand: widths are those of a common sans, by class of character. A line may
 * come out a few percent long or short, which a picture of a board bears.
 */
export function breakLines(text: string, width: number, size: number, maxLines: number): string[] {
  const room = Math.max(1, width / size)
  const lines: string[] = []
  // Nobody can read more than this in a picture, and a note may hold a book.
  for (const paragraph of text.slice(0, maxCharacters).split('\n')) {
    if (lines.length > maxLines) break
    let line = ''
    for (const word of paragraph.split(/\s+/).flatMap((part) => breakWord(part, room))) {
      const longer = line === '' ? word : `${line} ${word}`
      if (line !== '' && widthOf(longer) > room) {
        lines.push(line)
        line = word
      } else {
        line = longer
      }
    }
    lines.push(line)
  }
  if (lines.length <= maxLines) return lines
  const kept = lines.slice(0, maxLines)
  const last = kept.pop() ?? ''
  return [...kept, `${last.replace(/.{0,2}$/u, '')}…`]
}

const maxCharacters = 400

/** A word that is wider than the line, such as an address, is cut where the line ends. */
function breakWord(word: string, room: number): string[] {
  if (widthOf(word) <= room) return [word]
  const parts: string[] = []
  let part = ''
  for (const char of word) {
    if (part !== '' && widthOf(part + char) > room) {
      parts.push(part)
      part = ''
    }
    part += char
  }
  return [...parts, part]
}

/** In units of the font's size. */
export function widthOf(text: string): number {
  let width = 0
  for (const char of text) width += charWidth(char)
  return width * widestFont
}

/** A picture is drawn in whatever sans its reader has; DejaVu, the widest in use, is a tenth wider than Inter. */
const widestFont = 1.1

/** By ranges, not by regular expressions: those took a second of the server's time for two thousand notes. */
function charWidth(char: string): number {
  const code = char.codePointAt(0) ?? 0
  if (code < 0x80) return asciiWidths[code] ?? 0.55
  if (code < 0x300) return 0.57
  if (code < 0x370 || (code >= 0x200b && code <= 0x200f)) return 0
  if (code >= 0x5d0 && code < 0x780) return 0.5
  if (code >= 0x2e80 && code < 0xfb00) return 1
  return code >= 0x1f000 ? 1.1 : 0.58
}

const asciiWidths = Array.from({ length: 0x80 }, (_, code) => {
  const char = String.fromCharCode(code)
  if (/[iljtfrI.,:;'|!()[\] ]/.test(char)) return 0.31
  if (/[mwMW@%]/.test(char)) return 0.86
  return /[A-Z]/.test(char) ? 0.66 : 0.55
})

/** Whether a text begins in a script that is written from right to left: its first letter decides. */
export function isRightToLeft(text: string): boolean {
  const first = /\p{L}/u.exec(text)?.[0]
  return first !== undefined && /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thaana}\p{Script=Syriac}]/u.test(first)
}
