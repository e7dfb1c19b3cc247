import type { Box } from '../board/zone-drawing.ts'
import { element, escapeText, num } from './svg.ts'
import { breakLines, isRightToLeft } from './text-lines.ts'

export type TextLook = {
  readonly size: number
  readonly fill: string
  readonly align: 'start' | 'middle' | 'end'
  readonly verticalAlign: 'start' | 'middle' | 'end'
  readonly weight?: number
}

const lineHeight = 1.35
/** From the top of a line to where its letters stand. */
const baseline = 0.98

/** Text broken into the box. What does not fit in its height is cut with an ellipsis. */
export function drawText(text: string, box: Box, look: TextLook): string {
  if (text.trim() === '' || box.w <= 0) return ''
  const { size, fill, align, verticalAlign, weight } = look
  const step = size * lineHeight
  const maxLines = Math.min(maxLinesDrawn, Math.max(1, Math.floor(box.h / step + 0.15)))
  const lines = breakLines(text, weight === undefined ? box.w : box.w / boldIsWiderBy, size, maxLines)
  const slack = box.h - lines.length * step
  const top = box.y + (verticalAlign === 'start' ? 0 : verticalAlign === 'middle' ? slack / 2 : slack)
  const isRtl = isRightToLeft(text)
  const isAtLeft = (align === 'start') !== isRtl
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
      ...(align === 'start' ? {} : { 'text-anchor': align }),
      ...(isRtl ? { direction: 'rtl' } : {}),
    },
    content,
  )
}

const maxLinesDrawn = 24
const boldIsWiderBy = 1.12
