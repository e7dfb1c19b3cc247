import { fieldsBesidePlace } from '../board/axis-values.ts'
import type { BoardRecord } from '../board/board-records.ts'
import { cellAt } from '../board/drawing/cell-at.ts'
import type { PlannedZone } from '../board/drawing/plan.ts'
import { boxOfNote } from '../board/note-place.ts'
import { fieldsInRow, fieldsOf, hasValues } from '../board/note-values.ts'
import { type SaidValue, sayValues } from '../board/said-values.ts'
import type { ValueTone } from '../board/zone-fields.ts'
import { zoneOf } from '../board/zone-of.ts'
import type { PictureColours } from './colours.ts'
import { readZone } from './draw-zone.ts'
import { leastReadable } from './props.ts'
import { element, escapeText } from './svg.ts'
import { layOutChips } from './value-chips.ts'

/** A note's values, as the canvas draws them; from afar only their tones. */
export function drawValues(
  said: readonly SaidValue[],
  note: { readonly w: number; readonly h: number },
  scale: number,
  look: { readonly colours: PictureColours; readonly detail: number; readonly locale: string },
): string {
  if (said.length === 0) return ''
  const { colours, detail, locale } = look
  const { fontSize, chips } = layOutChips(said, note, scale, locale.startsWith('ar'))
  const isFar = fontSize < detail * leastReadable
  const drawn = chips.map(({ x, y, w, h, symbol, symbolWidth, word, tone }) => {
    const colour = toneColour(tone, colours)
    const ground = element('rect', {
      ...{ x, y, width: w, height: h, rx: h / 2, stroke: colours.lineControl, 'stroke-width': scale },
      fill: isFar ? colour : colours.raised,
    })
    if (isFar) return ground
    const side = (w - symbolWidth) / 2
    const baseline = y + h / 2 + fontSize * 0.35
    const at = { y: baseline, 'text-anchor': 'middle', 'font-size': fontSize } as const
    const mark = element('text', { ...at, x: x + (h + symbolWidth) / 2 - h * 0.2, fill: colour }, escapeText(symbol))
    const words = element('text', { ...at, x: x + symbolWidth + side, fill: colours.ink }, escapeText(word))
    return ground + (symbol === '' ? '' : mark) + words
  })
  return drawn.join('')
}

function toneColour(tone: ValueTone, { good, warn, bad, inkSoft }: PictureColours): string {
  return { good, fair: warn, poor: bad, neutral: inkSoft }[tone]
}

/** What each note of a board says beside its words. */
export function createSaid(
  records: readonly BoardRecord[],
  locale: string,
): (note: BoardRecord) => readonly SaidValue[] {
  const byId = new Map(records.map((record) => [record.id, record]))
  const zones = new Map<string, PlannedZone>()
  const planned = (zone: BoardRecord): PlannedZone => {
    const known = zones.get(zone.id) ?? readZone(zone)
    zones.set(zone.id, known)
    return known
  }
  return (note) => {
    if (!hasValues(note.meta)) return []
    const zone = zoneOf(note, (id) => byId.get(id))
    const fields = fieldsOf(zone)
    if (!zone || fields.length === 0) return []
    const row = note.parentId === zone.id ? cellAt(planned(zone), boxOfNote(note))?.row : undefined
    return sayValues(fieldsBesidePlace(fieldsInRow(fields, row), planned(zone)), note.meta, locale)
  }
}
