import type { Box } from '../board/drawing/plan.ts'
import { boldIsWiderBy, breakLines, isRightToLeft, textLineHeight } from '../board/text-lines.ts'
import { element, escapeText, num } from './svg.ts'

export type TextLook = {
  readonly size: number
  readonly fill: string
  /** `start` and `end` follow the text's direction; `left` and `right` do not. */
  readonly align: 'start' | 'middle' | 'end' | 'left' | 'right'
  readonly verticalAlign: 'start' | 'middle' | 'end'
  readonly weight?: number
}

/** From the top of a line to where its letters stand. */
const baseline = 0.98

/** Text broken into the box. What does not fit in its height is cut with an ellipsis. */
export function drawText(text: string, box: Box, look: TextLook): string {
  if (text.trim() === '' || box.w <= 0) return ''
  const { size, fill, align, verticalAlign, weight } = look
  const step = size * textLineHeight
  const maxLines = Math.min(maxLinesDrawn, Math.max(1, Math.floor(box.h / step + 0.15)))
  const lines = breakLines(text, weight === undefined ? box.w : box.w / boldIsWiderBy, size, maxLines)
  const slack = box.h - lines.length * step
  const top = box.y + (verticalAlign === 'start' ? 0 : verticalAlign === 'middle' ? slack / 2 : slack)
  const isRtl = isRightToLeft(text)
  const isAtLeft = align === 'left' || (align !== 'right' && (align === 'start') !== isRtl)
  const anchor = align === 'middle' ? 'middle' : isAtLeft === isRtl ? 'end' : 'start'
  const x = align === 'middle' ? box.x + box.w / 2 : isAtLeft ? box.x : box.x + box.w
  const content = lines
    .map((line, i) => `<tspan x="${num(x)}" y="${num(top + i * step + size * baseline)}">${escapeText(line)}</tspan>`)
    .join('')
  return element(
    'text',
    {
      'font-size': size,
      fill,
      ...(weight === undefined ? {} : { 'font-weight': weight }),
      ...(anchor === 'start' ? {} : { 'text-anchor': anchor }),
      ...(isRtl ? { direction: 'rtl' } : {}),
    },
    content,
  )
}

const maxLinesDrawn = 24
