import type { Box } from '../board/drawing/plan.ts'
import type { SaidValue } from '../board/said-values.ts'
import { breakLines, widthOf } from '../board/text-lines.ts'
import type { ValueTone } from '../board/zone-fields.ts'

/** One value at the lower edge of a note: a symbol in the colour of its tone, and its word. */
export type ValueChip = Box & {
  readonly key: string
  readonly symbol: string
  readonly symbolWidth: number
  readonly word: string
  readonly tone: ValueTone
}

/** Of a note at scale 1, in units of the board. */
const fontSize = 14
const height = 23
const padding = 7
const gap = 4
const lineGap = 3
const symbolGap = 4
const mostLines = 2
/** Of the chip's height, inside of the note: below the words, which keep 16 units away from its edge. */
const overlap = 0.5

export type ChipPlan = { readonly fontSize: number; readonly chips: readonly ValueChip[] }

/**
 * Where a note's values lie, in its own units: on its lower edge, half outside, so that they cover neither its words nor
 * much of what lies below. What has no room in two lines is counted ("+2"). The canvas and the picture draw the same.
 */
export function layOutChips(
  said: readonly SaidValue[],
  note: { readonly w: number; readonly h: number },
  scale: number,
  isRightToLeft = false,
): ChipPlan {
  const room = note.w / scale
  const sized = said.map((each) => sizeOf(each, room))
  let lines = intoLines(sized, room)
  const left = lines.slice(mostLines).flat().length
  if (left > 0) {
    const shown = lines.slice(0, mostLines).flat()
    lines = intoLines([...shown.slice(0, -1), counted(left + 1)], room)
  }
  const chips = lines.slice(0, mostLines).flatMap((line, i) => {
    const width = line.reduce((sum, { w }) => sum + w, gap * (line.length - 1))
    let x = (room - width) / 2
    return (isRightToLeft ? line.toReversed() : line).map((chip): ValueChip => {
      const { symbolWidth, ...rest } = chip
      const placed = {
        ...{ ...rest, symbolWidth: symbolWidth * scale },
        ...{ x: x * scale, y: note.h - (height * overlap - i * (height + lineGap)) * scale },
        ...{ w: chip.w * scale, h: height * scale },
      }
      x += chip.w + gap
      return placed
    })
  })
  return { fontSize: fontSize * scale, chips }
}

type Sized = Omit<ValueChip, 'x' | 'y' | 'h'>

function sizeOf({ key, symbol, label, word, needsLabel, tone }: SaidValue, room: number): Sized {
  const symbolWidth = symbol === '' ? 0 : widthOf(symbol) * fontSize + symbolGap
  const most = room - 2 * padding - symbolWidth
  const [text = ''] = breakLines((needsLabel ? `${label} ${word}` : word).replaceAll(/\s+/g, ' '), most, fontSize, 1)
  const w = Math.min(room, widthOf(text) * fontSize + symbolWidth + 2 * padding)
  return { key, symbol, symbolWidth, word: text, tone, w }
}

function counted(count: number): Sized {
  const word = `+${count}`
  return { key: '+', symbol: '', symbolWidth: 0, word, tone: 'neutral', w: widthOf(word) * fontSize + 2 * padding }
}

function intoLines(chips: readonly Sized[], room: number): Sized[][] {
  const lines: Sized[][] = []
  let used = 0
  for (const chip of chips) {
    const line = lines.at(-1)
    if (line && used + gap + chip.w <= room) {
      line.push(chip)
      used += gap + chip.w
    } else {
      lines.push([chip])
      used = chip.w
    }
  }
  return lines
}
