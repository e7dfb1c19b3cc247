import type { LocalText } from '../local-text.ts'
import { boldIsWiderBy, breakLines, textLineHeight, widthOf } from '../text-lines.ts'
import type { Box, ZoneLabel } from './plan.ts'

/** Of a zone of one cell; a whole template, zoomed to fit a laptop's screen, still reads as a map of headings. */
export const labelSize = 38
export const smallSize = 30

/** A label is never smaller than this part of the size it was meant to have. */
const least = 0.5
const step = 0.97

/** From afar a label is at most so much larger, as far as its room goes. */
const mostFar = 2.4

type Room = { readonly w: number; readonly h: number }

/** The largest size, from the wanted one down, at which each text fits its room in every language it has. */
function sizeForAll(texts: readonly (LocalText | undefined)[], rooms: readonly Room[], wanted: number): number {
  return largestFit(texts, rooms, wanted, wanted * least)
}

/** The largest size at which the same fit when the board is looked at from afar. */
export function mostSizeForAll(
  texts: readonly (LocalText | undefined)[],
  rooms: readonly Room[],
  size: number,
): number {
  return Math.max(size, largestFit(texts, rooms, size * mostFar, size))
}

function largestFit(
  texts: readonly (LocalText | undefined)[],
  rooms: readonly Room[],
  wanted: number,
  smallest: number,
): number {
  let size = wanted
  const said = texts.flatMap((text, i) => {
    const room = rooms[i]
    return text && room ? Object.values(text).map((words) => ({ words, room })) : []
  })
  while (size * step > smallest && !said.every(({ words, room }) => fits(words, room, size))) size *= step
  return size
}

function fits(words: string, { w, h }: Room, size: number): boolean {
  const lineWidth = w / boldIsWiderBy
  if (words.split(/\s+/).some((word) => widthOf(word) * size > lineWidth)) return false
  return breakLines(words, lineWidth, size, 99).length * size * textLineHeight <= h + 1
}

type Placing = Partial<Pick<ZoneLabel, 'align' | 'verticalAlign' | 'weight' | 'isTurned'>>

/** Labels of one kind, each in its box, all of one size. Boxes without words say nothing. */
export function labelsIn(
  texts: readonly (LocalText | undefined)[],
  boxes: readonly Box[],
  wanted: number,
  { align = 'start', verticalAlign = 'start', weight = 'strong', isTurned = false }: Placing = {},
): ZoneLabel[] {
  const rooms = boxes.map(({ w, h }) => (isTurned ? { w: h, h: w } : { w, h }))
  const size = sizeForAll(texts, rooms, wanted)
  const most = mostSizeForAll(texts, rooms, size)
  return boxes.flatMap((box, i) => {
    const text = texts[i]
    return text ? [{ ...box, text, size, most, align, verticalAlign, weight, isTurned }] : []
  })
}

/** One text made of several, in every language that one of them has: "Column: Today, row: Pains". */
export function combine(
  parts: readonly LocalText[],
  put: (words: readonly string[], locale: string) => string,
): LocalText {
  const locales = new Set(['en', ...parts.flatMap((part) => Object.keys(part))])
  const said = [...locales].map((locale) => {
    const base = locale.split('-')[0] ?? locale
    return [
      locale,
      put(
        parts.map((part) => part[locale] ?? part[base] ?? part.en),
        locale,
      ),
    ] as const
  })
  return { en: '', ...Object.fromEntries(said) }
}

/** "Frame 7" and its like, as templates write numbers. */
export function numbered(words: { readonly en: string; readonly ar: string }, number: number): LocalText {
  return { en: `${words.en} ${number}`.trim(), ar: `${words.ar} ${number}`.trim() }
}
