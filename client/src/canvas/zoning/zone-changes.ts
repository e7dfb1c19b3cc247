import { createShapeId, type Editor, isShapeId, type TLShape, type TLShapeId } from 'tldraw'
import { isSame } from '#shared/board/board-records.ts'
import type { Box } from '#shared/board/drawing/plan.ts'
import { fitZone } from '#shared/board/fit-zone.ts'
import { localise } from '#shared/board/local-text.ts'
import type { ZoneProps } from '#shared/board/zone-shape.ts'
import { maxZones } from '#shared/limits.ts'
import { plainLine } from '#shared/plain-words.ts'
import { zoneCell } from '#shared/templates/template.ts'
import { type CanvasContext, mayChangeZones } from '../canvas-context.ts'
import { readZones, zonesOfPage } from '../handle/board-content.ts'
import { isZoneShape, type ZoneShape } from '../zone/ZoneShapeUtil.tsx'
import type { RemovedZone } from './canvas-zones.ts'
import { freshKey } from './fresh-key.ts'
import { boxesOfOthers } from './zone-boxes.ts'
import { areOver, findFreePlace } from './zone-places.ts'

type FoundZone = ZoneShape & TLShape

export function findZone(editor: Editor, id: string): FoundZone | undefined {
  const shape = isShapeId(id) ? editor.getShape(id) : undefined
  return isZoneShape(shape) ? shape : undefined
}

/**
 * Makes a zone on the page that is looked at, last in its order, and begins to write its name. What lies free where it is
 * made is in it from then on.
 *
 * @returns its id; undefined where there is none.
 */
export function makeZone(
  editor: Editor,
  context: CanvasContext,
  box: Box,
  like: Partial<ZoneProps> = {},
): TLShapeId | undefined {
  const { zoning } = context
  if (!mayChangeZones(context) || editor.getIsReadonly()) return undefined
  const zones = readZones(editor)
  if (zones.length >= maxZones) {
    zoning.refused.set({ reason: 'most' })
    return undefined
  }
  if (boxesOfOthers(editor).some((other) => areOver(box, other))) {
    zoning.refused.set({ reason: 'overlap' })
    return undefined
  }
  const id = createShapeId()
  const pageId = editor.getCurrentPageId()
  editor.markHistoryStoppingPoint('make a zone')
  editor.run(() => {
    const caught = like.key === undefined ? freeShapesIn(editor, box) : []
    const props = { heading: { en: zoning.nameOf.get()(zonesOfPage(editor).length + 1) }, ...like }
    const { x, y, w, h } = box
    editor.createShape({
      ...{ id, type: 'zone', parentId: pageId, x, y },
      props: { ...props, w, h, key: freshKey(), order: Math.max(0, ...zones.map(orderOf)) + 1 },
    })
    if (!editor.getShape(id)) return
    editor.sendToBack([id])
    if (caught.length > 0) editor.reparentShapes(caught, id)
    editor.setCurrentTool('select').select(id)
  })
  if (!editor.getShape(id)) return undefined
  zoning.namedId.set(id)
  return id
}

/** Of the usual size, where there is room for it. */
export function addZone(editor: Editor, context: CanvasContext): TLShapeId | undefined {
  const place = findFreePlace(boxesOfOthers(editor), zoneCell, context.dir.get())
  return makeZone(editor, context, { ...place, w: zoneCell.w, h: zoneCell.h })
}

/** An empty zone that asks the same, where there is room for it. */
export function duplicateZone(editor: Editor, context: CanvasContext, zone: FoundZone): TLShapeId | undefined {
  const { w, h } = zone.props
  const place = findFreePlace(boxesOfOthers(editor), { w, h }, context.dir.get())
  return makeZone(editor, context, { ...place, w, h }, zone.props)
}

/** What lies on the page itself with its middle in the box. */
function freeShapesIn(editor: Editor, { x, y, w, h }: Box): TLShapeId[] {
  return editor.getSortedChildIdsForParent(editor.getCurrentPageId()).filter((id) => {
    const shape = editor.getShape(id)
    const middle = editor.getShapePageBounds(id)?.center
    if (!shape || !middle || isZoneShape(shape) || editor.isShapeOrAncestorLocked(shape)) return false
    return middle.x > x && middle.x < x + w && middle.y > y && middle.y < y + h
  })
}

/** What is typed as a name is one text for all readers where the zone has one, else the reader's. */
export function nameZone(editor: Editor, context: CanvasContext, zone: FoundZone, typed: string): void {
  const name = plainLine(typed).trim()
  const { heading } = zone.props
  const isOneForAll = Object.keys(heading).length === 1
  const locale = isOneForAll ? 'en' : context.locale.get()
  if (name === '' || heading[locale] === name) return
  editor.updateShape({ id: zone.id, type: 'zone', props: { heading: { ...heading, [locale]: name } } })
}

/** In one step for undo, held to what the background can show. */
export function changeZone(editor: Editor, zone: FoundZone, changes: Partial<ZoneProps>): void {
  const props = fitZone({ ...zone.props, ...changes })
  if (isSame(props, zone.props)) return
  editor.markHistoryStoppingPoint('change a zone')
  editor.store.put([{ ...zone, props }])
}

/**
 * Puts a zone at another place in the order of its page. Only numbers that change are written: what a colleague orders at
 * the same time stays as far as it can.
 *
 * @param to - from 0
 */
export function orderZone(editor: Editor, zone: FoundZone, to: number): void {
  const zones = zonesOfPage(editor)
  const others = zones.filter(({ id }) => id !== zone.id)
  if (others.length === zones.length) return
  const ordered = others.toSpliced(to, 0, zone)
  const numbers = zones.map(orderOf)
  const isSound = new Set(numbers).size === numbers.length
  const first = Math.max(1, numbers[0] ?? 1)
  const next = isSound ? numbers : numbers.map((_, i) => first + i)
  editor.markHistoryStoppingPoint('order zones')
  editor.updateShapes(
    ordered.flatMap(({ id, props }, i) => {
      const order = next[i] ?? first + i
      return props.order === order ? [] : [{ id, type: 'zone', props: { order } }]
    }),
  )
}

/** Where something goes on in it, it is asked first: see `keep-what-zones-hold.ts`. */
export function removeZone(editor: Editor, context: CanvasContext, zone: FoundZone): RemovedZone | undefined {
  const held = editor.getSortedChildIdsForParent(zone.id)
  editor.markHistoryStoppingPoint('delete a zone')
  editor.deleteShapes([zone.id])
  if (editor.getShape(zone.id)) return undefined
  const left = new Map(held.map((id) => [id, editor.getShapePageBounds(id)]))
  const { key, heading } = zone.props
  return {
    ...{ key, heading: localise(heading, context.locale.get()), kept: held.length },
    undo() {
      if (
        editor.getShape(zone.id) ||
        !(isShapeId(zone.parentId) ? editor.getShape(zone.parentId) : editor.getPage(zone.parentId))
      )
        return
      editor.markHistoryStoppingPoint('bring a zone back')
      editor.run(() => {
        editor.store.put([zone])
        const unmoved = held.filter((id) => {
          const [before, now] = [left.get(id), editor.getShapePageBounds(id)]
          return editor.getShape(id)?.parentId === zone.parentId && before && now && before.equals(now)
        })
        if (unmoved.length > 0) editor.reparentShapes(unmoved, zone.id)
      })
    },
  }
}

/** What was asked about, in one step for undo. @returns the zone, where it was one and nothing else. */
export function removeAsked(
  editor: Editor,
  context: CanvasContext,
  ids: readonly TLShapeId[],
): RemovedZone | undefined {
  const { inUse } = context.zoning
  const keys = inUse.get()
  inUse.set(new Set())
  try {
    const [id, ...others] = ids
    const zone = id && others.length === 0 ? findZone(editor, id) : undefined
    if (zone) return removeZone(editor, context, zone)
    editor.markHistoryStoppingPoint('delete')
    editor.deleteShapes([...ids])
    return undefined
  } finally {
    inUse.set(keys)
  }
}

function orderOf({ props }: ZoneShape): number {
  return props.order
}
