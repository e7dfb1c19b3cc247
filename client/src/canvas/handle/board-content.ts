import { type Editor, isShapeId, type TLShape } from 'tldraw'
import { countNotes, type NoteCounts } from '#shared/board/count-notes.ts'
import { planOf } from '#shared/board/drawing/cell-at.ts'
import { sayLive } from '#shared/board/drawing/say-live.ts'
import { localise } from '#shared/board/local-text.ts'
import { fieldsOf } from '#shared/board/note-values.ts'
import { plainText } from '#shared/board/rich-text.ts'
import type { CanvasContext } from '../canvas-context.ts'
import type { NoteSummary, ZoneSummary } from '../canvas-handle.ts'
import { pagePlaceOf, shapesOfAllPages, summarisePages } from '../pages/board-pages.ts'
import { cellOf, fieldsOfNote } from '../values/note-fields.ts'
import { stateOf } from '../values/state-of.ts'
import { readZoneLive } from '../zone/use-zone-live.ts'
import { isZoneShape, type ZoneShape } from '../zone/ZoneShapeUtil.tsx'
import { findEnds } from './carried-ends.ts'
import { inReadingOrder } from './reading-order.ts'

type FoundZone = ZoneShape & TLShape

/** Of the page that is looked at, in reading order. */
export function zonesOfPage(editor: Editor): FoundZone[] {
  return editor.getCurrentPageShapes().filter(isZoneShape).sort(byOrder)
}

/** Of all pages, page after page. */
export function readZones(editor: Editor): FoundZone[] {
  if (editor.getPages().length < 2) return zonesOfPage(editor)
  return shapesOfAllPages(editor)
    .filter(isZoneShape)
    .map((zone) => ({ zone, page: pagePlaceOf(editor, zone) }))
    .sort((a, b) => a.page - b.page || byOrder(a.zone, b.zone))
    .map(({ zone }) => zone)
}

function byOrder(a: FoundZone, b: FoundZone): number {
  return a.props.order - b.props.order || (a.id < b.id ? -1 : 1)
}

export function summariseZones(editor: Editor, context: CanvasContext): ZoneSummary[] {
  const locale = context.locale.get()
  const zones = readZones(editor)
  const nameOf = namesOfZones(editor, context, zones)
  return zones.map((zone) => {
    const { id, props } = zone
    const { key, order, heading, prompt, noteKinds, isVotable } = props
    return {
      ...{ id, key, order, noteKinds, isVotable },
      pageId: editor.getAncestorPageId(zone) ?? editor.getCurrentPageId(),
      heading: localise(heading, locale),
      name: nameOf(zone),
      prompt: localise(prompt, locale),
      cells: planOf(props).cells.map(({ words }) => localise(words, locale)),
      told: sayLive(props, readZoneLive(editor, { id, props })).map((words) => localise(words, locale)),
      fields: fieldsOf(zone),
    }
  })
}

function namesOfZones(editor: Editor, context: CanvasContext, zones: readonly FoundZone[]) {
  const locale = context.locale.get()
  const pageOf = (zone: FoundZone) => editor.getAncestorPageId(zone)
  const plainName = ({ props }: FoundZone) => localise(props.heading, locale).trim() || props.key
  const titles = new Map(summarisePages(editor, context).map(({ id, title }) => [id, title]))
  const pagesWith = new Map<string, Set<string | undefined>>()
  if (titles.size < 2) return plainName
  for (const zone of zones) {
    const name = plainName(zone)
    pagesWith.set(name, (pagesWith.get(name) ?? new Set()).add(pageOf(zone)))
  }
  return (zone: FoundZone) => {
    const name = plainName(zone)
    const title = titles.get(pageOf(zone) ?? '')
    return (pagesWith.get(name)?.size ?? 0) > 1 && title ? `${name} · ${title}` : name
  }
}

export function zoneOf(editor: Editor, shape: TLShape): TLShape | undefined {
  return editor.findShapeAncestor(shape, isZoneShape)
}

/** Everything among `shapes` that one can stop at, zone after zone, then what lies outside of them. */
export function shapesInReadingOrder(
  editor: Editor,
  context: CanvasContext,
  shapes: readonly TLShape[] = editor.getCurrentPageShapes(),
): TLShape[] {
  const stops = shapes.filter((shape) => {
    if (isZoneShape(shape) || !editor.getShapeUtil(shape).canTabTo(shape)) return false
    // What is in a group or a frame is reached through it.
    return !isShapeId(shape.parentId) || isZoneShape(editor.getShape(shape.parentId))
  })
  return sortInReadingOrder(editor, context, stops)
}

/** Page after page; there zone after zone, then what lies outside of them. */
export function sortInReadingOrder(editor: Editor, context: CanvasContext, shapes: readonly TLShape[]): TLShape[] {
  const byHolder = new Map<string | undefined, TLShape[]>()
  for (const shape of shapes) {
    const holderId = zoneOf(editor, shape)?.id ?? editor.getAncestorPageId(shape)
    const known = byHolder.get(holderId)
    if (known) known.push(shape)
    else byHolder.set(holderId, [shape])
  }
  const dir = context.dir.get()
  const zones = readZones(editor)
  const holderIds = editor
    .getPages()
    .flatMap(({ id }) => [...zones.filter((zone) => editor.getAncestorPageId(zone) === id).map((zone) => zone.id), id])
  return holderIds.flatMap((holderId) =>
    inReadingOrder(
      (byHolder.get(holderId) ?? []).flatMap((item) => {
        const bounds = editor.getShapePageBounds(item)
        return bounds ? [{ item, x: bounds.center.x, y: bounds.center.y, h: bounds.h }] : []
      }),
      dir,
    ),
  )
}

export function summariseNotes(editor: Editor, context: CanvasContext): NoteSummary[] {
  const locale = context.locale.get()
  const all = shapesOfAllPages(editor)
  const ends = findEnds(editor, all)
  return shapesInReadingOrder(editor, context, all).flatMap((shape) => {
    const kind = kindOf(shape)
    const text = textOf(editor, shape).trim()
    // An empty note is one that somebody is about to write; other empty shapes say nothing.
    if (!kind || (text === '' && kind !== 'note')) return []
    const isAlone = context.aloneIds.get().has(shape.id)
    const zone = zoneOf(editor, shape)
    const cell = localise((isZoneShape(zone) ? cellOf(editor, shape, zone)?.words : undefined) ?? {}, locale)
    const fields = fieldsOfNote(editor, shape).map((field) => stateOf(field, [shape]))
    return [{ ...{ id: shape.id, zoneId: zone?.id, cell, kind, text, fields, isAlone }, ...ends(shape) }]
  })
}

export function countAlone(editor: Editor, context: CanvasContext): NoteCounts {
  const alone = shapesOfAllPages(editor).filter(({ id }) => context.aloneIds.get().has(id))
  return countNotes(alone, ({ parentId }) => {
    const parent = isShapeId(parentId) ? editor.getShape(parentId) : undefined
    return isZoneShape(parent) ? parent.props.key : undefined
  })
}

/** The plain words, without going through tldraw's text editor as its own `getText` does for rich text. */
function textOf(editor: Editor, shape: TLShape): string {
  return 'richText' in shape.props ? plainText(shape.props.richText) : (editor.getShapeUtil(shape).getText(shape) ?? '')
}

function kindOf(shape: TLShape): NoteSummary['kind'] | undefined {
  switch (shape.type) {
    case 'note':
    case 'text':
    case 'frame':
      return shape.type
    case 'geo':
    case 'arrow':
    case 'bookmark':
      return 'shape'
    default:
      return undefined
  }
}
