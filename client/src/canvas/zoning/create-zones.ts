import { type Editor, react } from 'tldraw'
import { localise } from '#shared/board/local-text.ts'
import { zoneCell } from '#shared/templates/template.ts'
import { createWritable, type Readable } from '../../sync/readable.ts'
import { shareStructure } from '../binding/share-structure.ts'
import { type CanvasContext, mayChangeZones } from '../canvas-context.ts'
import { readZones, zonesOfPage } from '../handle/board-content.ts'
import { watch } from '../handle/watch.ts'
import { isItem } from '../items/read-items.ts'
import { showBounds } from '../show-bounds.ts'
import type { AskedZone, CanvasZones, ZoneRow } from './canvas-zones.ts'
import { addZone, changeZone, duplicateZone, findZone, orderZone, removeAsked, removeZone } from './zone-changes.ts'
import { areOver } from './zone-places.ts'
import { zoneToolId } from './zone-tool.ts'

export function createZones(editor: Editor, context: CanvasContext): { readonly zones: CanvasZones; stop(): void } {
  const { zoning } = context
  const rows = watch('zones in their order', () => readRows(editor, context))
  const stops: (() => void)[] = [rows.stop]
  const follow = <T>(name: string, read: () => T): Readable<T> => {
    const value = createWritable(read())
    stops.push(react(name, () => value.set(shareStructure(value.get(), read()))))
    return value
  }
  const isOn = follow('edits zones', () => zoning.isOn.get() && mayChangeZones(context))
  const isDrawing = follow('draws zones', () => editor.getCurrentToolId() === zoneToolId)
  const editedId = follow('zone with a form', () => zoning.editedId.get())
  const asked = follow<readonly AskedZone[]>('zones that are asked about', () => readAsked(editor, context))
  const refused = follow('zone not made', () => zoning.refused.get())

  /** What was made out of sight is shown, near enough for its name to be read. */
  const show = (id: string | undefined) => {
    const zone = id === undefined ? undefined : findZone(editor, id)
    const bounds = zone && editor.getShapePageBounds(zone)
    if (!bounds || editor.getViewportPageBounds().contains(bounds)) return
    showBounds(editor, bounds.clone().expandBy(bounds.w / 8), { dir: context.dir.get(), mostZoom: 1 })
  }
  /** At the zoom at which an empty page opens, a zone as large as the screen would have room for six notes. */
  const makeRoom = () => {
    const { w, h, gap } = zoneCell
    showBounds(editor, { x: 0, y: 0, w: 2 * w + gap, h: 2 * h + gap }, { dir: context.dir.get() })
  }
  const found = (id: string) => (mayChangeZones(context) && !editor.getIsReadonly() ? findZone(editor, id) : undefined)

  return {
    zones: {
      ...{ isOn, editedId, isDrawing, refused, asked, rows: rows.value },
      open(isOpen) {
        if (isOpen && !zoning.isOn.get() && editor.getCurrentPageShapeIds().size === 0) makeRoom()
        zoning.isOn.set(isOpen)
        if (!isOpen && isDrawing.get()) editor.setCurrentTool('select')
      },
      edit: (id) => void zoning.editedId.set(id),
      draw: (isDrawn) => void editor.setCurrentTool(isDrawn && mayChangeZones(context) ? zoneToolId : 'select'),
      add: () => show(addZone(editor, context)),
      duplicate(id) {
        const zone = found(id)
        if (zone) show(duplicateZone(editor, context, zone))
      },
      order(id, to) {
        const zone = found(id)
        if (zone) orderZone(editor, zone, to)
      },
      remove(id) {
        const zone = found(id)
        return zone && removeZone(editor, context, zone)
      },
      setInUse: (keys) => void zoning.inUse.set(keys),
      answer(isSure) {
        const ids = zoning.asked.get() ?? []
        zoning.asked.set(null)
        return isSure && mayChangeZones(context) ? removeAsked(editor, context, ids) : undefined
      },
      read: (id) => findZone(editor, id)?.props,
      change(id, changes) {
        const zone = found(id)
        if (zone) changeZone(editor, zone, changes)
      },
      languages() {
        const all = readZones(editor).flatMap(({ props }) => Object.keys(props.heading))
        return [...new Set(['en', ...all])]
      },
    },
    stop() {
      for (const stop of stops) stop()
    },
  }
}

function readRows(editor: Editor, context: CanvasContext): ZoneRow[] {
  // Nobody sees the list.
  if (!context.zoning.isOn.get() || !mayChangeZones(context)) return []
  const locale = context.locale.get()
  const zones = zonesOfPage(editor).map((zone) => ({
    ...{ id: zone.id, key: zone.props.key, heading: localise(zone.props.heading, locale) },
    bounds: editor.getShapePageBounds(zone),
  }))
  return zones.map(({ id, key, heading, bounds }) => ({
    ...{ id, key, heading },
    noteCount: [...editor.getShapeAndDescendantIds([id])].filter((each) => {
      const shape = editor.getShape(each)
      return shape !== undefined && isItem(shape)
    }).length,
    over: zones.flatMap((other) =>
      other.id !== id && bounds && other.bounds && areOver(bounds, other.bounds) ? [other.heading] : [],
    ),
  }))
}

function readAsked(editor: Editor, { zoning, locale }: CanvasContext): AskedZone[] {
  const zones = (zoning.asked.get() ?? []).flatMap((id) => findZone(editor, id) ?? [])
  return zones.map(({ props: { key, heading } }) => ({ key, heading: localise(heading, locale.get()) }))
}
