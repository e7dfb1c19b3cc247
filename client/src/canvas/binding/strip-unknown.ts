import { defaultShapeSchemas } from '@tldraw/tlschema'
import type { BoardRecord } from '#shared/board/board-records.ts'
import { zoneShapeProps, zoneShapeType } from '#shared/board/zone-shape.ts'

const shapeFields = new Set([
  'id',
  'typeName',
  'type',
  'x',
  'y',
  'rotation',
  'index',
  'parentId',
  'isLocked',
  'opacity',
  'props',
  'meta',
])

const shapePropNames = new Map<string, ReadonlySet<string>>([
  ...Object.entries(defaultShapeSchemas).map(([type, { props }]) => [type, new Set(Object.keys(props ?? {}))] as const),
  [zoneShapeType, new Set(Object.keys(zoneShapeProps))],
])

/**
 * Leaves out what this version's schema does not know: one prop written by a newer client would otherwise make a whole
 * shape invalid here. Nothing is lost, for only what a person changes is written back.
 */
export function stripUnknown(record: BoardRecord): BoardRecord {
  if (record.typeName !== 'shape') return record
  const propNames = shapePropNames.get(String(record.type))
  const props = record.props
  const knowsProps = !propNames || !props || Object.keys(props).every((name) => propNames.has(name))
  const knowsFields = Object.keys(record).every((name) => shapeFields.has(name))
  if (knowsProps && knowsFields) return record
  const stripped = Object.fromEntries(Object.entries(record).filter(([name]) => shapeFields.has(name)))
  if (propNames && props) {
    stripped.props = Object.fromEntries(Object.entries(props).filter(([name]) => propNames.has(name)))
  }
  return { ...stripped, id: record.id, typeName: record.typeName }
}
