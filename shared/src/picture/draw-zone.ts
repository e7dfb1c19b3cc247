import type { BoardRecord } from '../board/board-records.ts'
import { localise } from '../board/local-text.ts'
import { zoneBackgrounds } from '../board/zone-backgrounds.ts'
import { planZone, type ZoneMark, zoneRadius } from '../board/zone-drawing.ts'
import type { PictureColours } from './colours.ts'
import { drawText } from './draw-text.ts'
import { lengthProp } from './props.ts'
import { element } from './svg.ts'

export function drawZone(shape: BoardRecord, colours: PictureColours, locale: string): string {
  const w = lengthProp(shape, 'w', 1)
  const h = lengthProp(shape, 'h', 1)
  const labels = Array.isArray(shape.props?.labels) ? shape.props.labels.slice(0, maxLabels) : []
  const background = zoneBackgrounds.find((name) => name === shape.props?.background) ?? 'plain'
  const plan = planZone({ w, h, background, labels })
  const sheet = element('rect', {
    ...{ width: w, height: h, rx: zoneRadius, fill: colours.raised },
    ...{ stroke: colours.line, 'stroke-width': 4 },
  })
  const marks = plan.marks.map((mark) => drawMark(mark, colours)).join('')
  const heading = drawText(textIn(shape.props?.heading, locale), plan.heading, {
    ...{ size: plan.heading.size, fill: colours.ink, align: 'start', verticalAlign: 'start', weight: 600 },
  })
  const prompt = drawText(textIn(shape.props?.prompt, locale), plan.prompt, {
    ...{ size: plan.prompt.size, fill: colours.inkSoft, align: 'start', verticalAlign: 'start' },
  })
  const written = plan.labels.map(({ index, align, size, ...box }) =>
    drawText(textIn(labels[index], locale), box, {
      ...{ size, fill: colours.inkSoft, align, verticalAlign: 'start', weight: 600 },
    }),
  )
  return sheet + marks + heading + prompt + written.join('')
}

/** More than any zone shows; a hostile record may list thousands. */
const maxLabels = 24

function drawMark(mark: ZoneMark, colours: PictureColours): string {
  const look = {
    fill: mark.isSunken ? colours.sunken : 'none',
    stroke: colours.lineStrong,
    'stroke-width': 3,
    ...(mark.isDashed ? { 'stroke-dasharray': '14 12' } : {}),
  }
  if (mark.kind === 'path') return element('path', { d: mark.d, ...look })
  return element('rect', { x: mark.x, y: mark.y, width: mark.w, height: mark.h, rx: mark.radius, ...look })
}

function textIn(value: unknown, locale: string): string {
  if (typeof value !== 'object' || value === null) return ''
  const texts = Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return localise(Object.fromEntries(texts), locale)
}
