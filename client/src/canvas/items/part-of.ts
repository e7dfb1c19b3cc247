import { type Editor, isShapeId, type TLShape } from 'tldraw'
import { planOf } from '#shared/board/drawing/cell-at.ts'
import { labelsOfCell } from '#shared/board/drawing/part-names.ts'
import type { ZoneCell } from '#shared/board/drawing/plan.ts'
import { type LocalText, localise } from '#shared/board/local-text.ts'
import type { ZoneProps } from '#shared/board/zone-shape.ts'
import type { CanvasContext } from '../canvas-context.ts'
import { zoneOf } from '../handle/board-content.ts'
import { cellOf } from '../values/note-fields.ts'
import { isZoneShape } from '../zone/ZoneShapeUtil.tsx'

/** What the part of its zone is called in which a shape lies. */
export function partNamesOf(editor: Editor, shape: TLShape): readonly LocalText[] {
  const zone = zoneOf(editor, shape)
  const cell = isZoneShape(zone) ? cellOf(editor, shape, zone) : undefined
  return isZoneShape(zone) && cell ? labelsOfCell(zone.props, cell) : []
}

/** Of these, what lies in a part that the zone has, too. Where several parts are so, in the one that most of it is in. */
export function fitting(editor: Editor, { locale }: CanvasContext, zoneId: string, ids: readonly string[]) {
  const zone = isShapeId(zoneId) ? editor.getShape(zoneId) : undefined
  if (!isZoneShape(zone)) return undefined
  const there = new Set(planOf(zone.props).cells.flatMap((cell) => labelsOfCell(zone.props, cell).map(({ en }) => en)))
  const byPart = new Map<string, { readonly part: string; readonly ids: string[] }>()
  for (const id of ids) {
    const shape = isShapeId(id) ? editor.getShape(id) : undefined
    const name = shape && partNamesOf(editor, shape).find(({ en }) => there.has(en))
    if (!name) continue
    const known = byPart.get(name.en) ?? { part: localise(name, locale.get()), ids: [] }
    known.ids.push(id)
    byPart.set(name.en, known)
  }
  return [...byPart.values()].toSorted((one, other) => other.ids.length - one.ids.length)[0]
}

/**
 * The part of a zone in which a copy belongs: the one that is called as where it comes from, or as its zone; what comes to
 * a kanban begins in the first column.
 */
export function partFor(editor: Editor, zone: ZoneProps, source: TLShape | undefined): ZoneCell | undefined {
  const { cells } = planOf(zone)
  const from = source && zoneOf(editor, source)
  const names = new Set(source ? partNamesOf(editor, source).map(({ en }) => en) : [])
  if (isZoneShape(from)) names.add(from.props.heading.en)
  let best: { readonly cell: ZoneCell; readonly score: number } | undefined
  for (const cell of cells) {
    const score = labelsOfCell(zone, cell).filter(({ en }) => names.has(en)).length
    if (score > (best?.score ?? 0)) best = { cell, score }
  }
  return best?.cell ?? (zone.background === 'kanban' ? cells[0] : undefined)
}
