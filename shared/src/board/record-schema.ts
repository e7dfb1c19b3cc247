import {
  createShapeValidator,
  createTLSchema,
  defaultBindingSchemas,
  defaultShapeSchemas,
  type TLRecord,
} from '@tldraw/tlschema'
import { recordIdPattern } from '../ids.ts'
import { type BoardRecord, isSame } from './board-records.ts'
import { fieldsAsGood } from './good-fields.ts'
import { zoneShapeProps, zoneShapeType } from './zone-shape.ts'

/** Kinds of record that belong to a board. Cameras, selections and presence are a person's own and never stored. */
const boardRecordTypes = ['document', 'page', 'shape', 'binding', 'asset'] as const

/** tldraw's kinds that a board does not take: they would load another host's page or a film. */
export const refusedShapeTypes: ReadonlySet<string> = new Set(['embed', 'video'])

/** Records of a board, as tldraw types them and as the plain data they are. */
export function isBoardRecord(record: {
  readonly id: string
  readonly typeName: string
}): record is TLRecord & BoardRecord {
  return boardRecordTypes.some((type) => type === record.typeName)
}

const shapeSchemas = { ...defaultShapeSchemas, [zoneShapeType]: { props: zoneShapeProps } }

export const boardSchema = createTLSchema({ shapes: shapeSchemas, bindings: defaultBindingSchemas })

/** By a shape's type. */
const quickChecks = new Map<unknown, ReturnType<typeof fieldsAsGood>>(
  Object.entries(shapeSchemas).map(([type, { props }]) => [
    type,
    fieldsAsGood(createShapeValidator(type, props as never)),
  ]),
)

export type RecordFault = 'unknown_type' | 'bad_id' | 'refused_type' | 'invalid' | 'foreign_source'

/** How an image of ours is named in a record: by the hash of its content. The client turns it into an address. */
export const fileSourcePattern = /^asset:([a-f0-9]{64})\.(png|jpg|gif|webp|svg)$/

/**
 * The last good record of each kind. Every field is checked by itself, so what is the same in a good one is good: most
 * fields of a new note are those of the note before it.
 */
const lastGood = new Map<unknown, BoardRecord>()

/**
 * Checks one record as tldraw itself would, and for what tldraw lets through but a board must not hold.
 *
 * @returns undefined for a good record.
 */
export function findRecordFault(record: BoardRecord, known?: BoardRecord): RecordFault | undefined {
  if (!recordIdPattern.test(record.id)) return 'bad_id'
  const type = boardRecordTypes.find((name) => name === record.typeName)
  if (!type) return 'unknown_type'
  if (record.id.slice(0, record.id.indexOf(':')) !== type) return 'bad_id'
  if (type === 'shape' && refusedShapeTypes.has(String(record.type))) return 'refused_type'
  const kind = type === 'shape' ? record.type : type
  const good = known ?? lastGood.get(kind)
  try {
    if (!isQuicklyGood(record, good)) boardSchema.types[type].validate(record as never, good as never)
  } catch {
    return 'invalid'
  }
  lastGood.set(kind, record)
  return type === 'asset' ? findAssetFault(record) : undefined
}

/** Whether a shape is so by all that tldraw asks of it. False for a few good ones; throws for most bad ones. */
function isQuicklyGood(record: BoardRecord, good: BoardRecord | undefined): boolean {
  if (record.typeName !== 'shape' || good?.typeName !== 'shape' || good.type !== record.type) return false
  return quickChecks.get(record.type)?.(record, good) ?? false
}

/** tldraw accepts foreign and `data:` sources; here every picture comes from this server's file store. */
function findAssetFault(record: BoardRecord): RecordFault | undefined {
  const { src, image, favicon } = record.props ?? {}
  if (record.type === 'image')
    return isSame(src, null) || fileSourcePattern.test(String(src)) ? undefined : 'foreign_source'
  // A bookmark's `src` is the page it points to, which nobody fetches; its pictures would be fetched by every reader.
  if (record.type === 'bookmark') return image || favicon ? 'foreign_source' : undefined
  return 'refused_type'
}
