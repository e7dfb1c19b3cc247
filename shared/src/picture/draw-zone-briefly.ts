import type { MarkLook, TextBox, ZoneMark, ZonePlan } from '../board/drawing/plan.ts'
import { zoneRadius } from '../board/drawing/plan-zone.ts'
import { isRightToLeft, widthOf } from '../board/text-lines.ts'
import type { PictureColours } from './colours.ts'
import { element } from './svg.ts'

export type BriefZone = {
  readonly plan: ZonePlan
  readonly w: number
  readonly h: number
  readonly heading: string
  readonly labels: readonly string[]
}

/**
 * A zone on a picture as large as a thumb, where nobody could read a word: words are bars as long as they are, lines are
 * as strong as the picture needs them, so that one method is told from another by its shape.
 *
 * @param pixel - how many of the zone's units a pixel of the picture is
 */
export function drawZoneBriefly(
  { plan, w, h, heading, labels }: BriefZone,
  pixel: number,
  colours: PictureColours,
): string {
  const sheet = element('rect', {
    ...{ width: w, height: h, rx: Math.max(zoneRadius, 3 * pixel), fill: colours.raised },
    ...{ stroke: colours.lineControl, 'stroke-width': pixel },
  })
  const marks = plan.marks.map((mark) => drawMark(mark, pixel, colours)).join('')
  const heads = plan.labels.map((label, i) =>
    label.weight === 'strong' && !label.isTurned
      ? drawBar(label, labels[i] ?? '', { thick: 2 * pixel, fill: colours.inkSoft, align: label.align })
      : '',
  )
  return sheet + marks + heads.join('') + drawBar(plan.heading, heading, { thick: 3.4 * pixel, fill: colours.ink })
}

type BarLook = { readonly thick: number; readonly fill: string; readonly align?: string }

/** Where the first line of the words is, and as long as it. */
function drawBar({ x, y, w, size }: TextBox, words: string, { thick, fill, align = 'start' }: BarLook): string {
  if (words.trim() === '') return ''
  const width = Math.min(w, Math.max(2 * thick, widthOf(words) * size))
  const isAtRight = align === 'right' || (align === 'start' && isRightToLeft(words))
  const left = align === 'middle' ? x + (w - width) / 2 : isAtRight ? x + w - width : x
  return element('rect', { x: left, y: y + size * 0.2, width, height: thick, rx: thick / 2, fill })
}

function drawMark(mark: ZoneMark, pixel: number, colours: PictureColours): string {
  const look = lookOf(mark.look, pixel, colours)
  if (mark.kind === 'path') return element('path', { d: mark.d, ...look })
  return element('rect', { x: mark.x, y: mark.y, width: mark.w, height: mark.h, rx: mark.radius, ...look })
}

function lookOf(look: MarkLook, pixel: number, colours: PictureColours): Readonly<Record<string, string | number>> {
  const line = { fill: 'none', stroke: colours.accent, 'stroke-width': pixel }
  switch (look) {
    case 'hair':
      return { ...line, 'stroke-width': 0.6 * pixel }
    case 'line':
      return line
    case 'dashed':
      return { ...line, 'stroke-dasharray': `${3 * pixel} ${2.5 * pixel}` }
    case 'axis':
      return { ...line, 'stroke-width': 1.8 * pixel }
    case 'axis-dashed':
      return { ...line, 'stroke-width': 1.8 * pixel, 'stroke-dasharray': `${4 * pixel} ${3 * pixel}` }
    case 'sunken':
      return { ...line, fill: colours.accentSoft }
    case 'raised':
      return { ...line, fill: colours.raised }
    case 'panel':
      return { fill: colours.accentSoft, stroke: 'none' }
    case 'solid':
      return { fill: colours.accent, stroke: 'none' }
    case 'curve':
      return { ...line, 'stroke-width': 2.4 * pixel }
    case 'dot':
      return { fill: colours.accent, stroke: colours.raised }
    case 'filled':
      return { ...line, fill: colours.accentSoft, 'stroke-width': 1.8 * pixel }
  }
}
