import { recordIdPattern } from '../ids.ts'

/** The one root type of a board's document: a flat `Y.Map` of record bases and their overlays. */
export const recordsMapName = 'records'

/**
 * What a key of the records map is about. `base` is the record as first written; the rest are overlays beside it:
 * - `at`: `[x, y, rotation, parentId]` of a shape. One key, or a shape that one person moves and another reparents
 *   jumps; and one key grows the document by nothing where `x` and `y` apart grow it by 19 bytes a frame.
 * - `text`: a `Y.XmlFragment`, the rich text, which merges. `ink`: a `Y.Array` of a stroke's points, which grows.
 * - `props` and `meta`: one entry of those objects. `field`: any other top-level field.
 */
export type RecordPart =
  | { readonly kind: 'base' | 'at' | 'text' | 'ink' }
  | { readonly kind: 'props' | 'meta' | 'field'; readonly name: string }

export type RecordKey = { readonly recordId: string; readonly part: RecordPart }

const partNamePattern = /^[A-Za-z_][A-Za-z0-9_]{0,63}$/
/** Set by the base alone: an overlay that changed them would turn a record into another one. */
const fixedFields = new Set([
  'id',
  'typeName',
  'type',
  'x',
  'y',
  'rotation',
  'parentId',
  'props',
  'meta',
  'text',
  'ink',
  'at',
])

/** @returns undefined for a key that is none of ours: it is left alone, and never shown. */
export function parseRecordKey(key: string): RecordKey | undefined {
  const slash = key.indexOf('/')
  const recordId = slash === -1 ? key : key.slice(0, slash)
  if (!recordIdPattern.test(recordId)) return undefined
  if (slash === -1) return { recordId, part: { kind: 'base' } }
  const part = parsePart(key.slice(slash + 1))
  return part && { recordId, part }
}

function parsePart(text: string): RecordPart | undefined {
  if (text === 'at' || text === 'text' || text === 'ink') return { kind: text }
  const dot = text.indexOf('.')
  if (dot === -1) {
    return partNamePattern.test(text) && !fixedFields.has(text) ? { kind: 'field', name: text } : undefined
  }
  const kind = text.slice(0, dot)
  const name = text.slice(dot + 1)
  if ((kind !== 'props' && kind !== 'meta') || !partNamePattern.test(name)) return undefined
  return { kind, name }
}

export function formatRecordKey(recordId: string, part: RecordPart): string {
  switch (part.kind) {
    case 'base':
      return recordId
    case 'at':
    case 'text':
    case 'ink':
      return `${recordId}/${part.kind}`
    case 'props':
    case 'meta':
      return `${recordId}/${part.kind}.${part.name}`
    case 'field':
      return `${recordId}/${part.name}`
  }
}
