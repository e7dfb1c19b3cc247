import * as Y from 'yjs'
import { parseRecordKey, recordsMapName } from '#shared/board/record-keys.ts'
import { maxNestedTypes, maxNestedValues } from '#shared/limits.ts'
import { type Place, Places } from './places.ts'
import type { DecodedUpdate } from './update-content.ts'

/**
 * Looks at the bare structure of an update before it is applied: nothing but the records map and the types that a board
 * knows, none of them nested so deep that deleting it, reading it or turning it into JSON overflows the stack. Each piece
 * of a tower that is sent in parts is looked at together with what waits already.
 *
 * @returns what is wrong with it.
 */
export function findStructureFault(doc: Y.Doc, update: DecodedUpdate): string | undefined {
  let hasTypes = false
  for (const struct of update.structs) {
    if (!(struct instanceof Y.Item)) continue
    // In an update that was only decoded, a root is still its name.
    const parent: unknown = struct.parent
    if (typeof parent === 'string' && parent !== recordsMapName) return `writes to the root "${parent.slice(0, 40)}"`
    const { content } = struct
    if (content instanceof Y.ContentType) hasTypes = true
    else if (content instanceof Y.ContentDoc) return 'holds a document'
    else if (holdsTooDeep(content)) return 'holds values nested too deep'
  }
  // What waits may be completed by this, whatever it is.
  return hasTypes || doc.store.pendingStructs ? findTypeFault(doc, update) : undefined
}

function holdsTooDeep(content: Y.Item['content']): boolean {
  if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON) return content.getContent().some(isTooDeep)
  if (content instanceof Y.ContentEmbed) return isTooDeep(content.embed)
  return content instanceof Y.ContentFormat && isTooDeep(content.value)
}

function isTooDeep(value: unknown): boolean {
  return isCompound(value) && isDeeperThan(maxNestedValues, value)
}

/** Goes down no further than that: deeper down, the stack is what it is there to spare. */
function isDeeperThan(levels: number, compound: object): boolean {
  if (levels < 0) return true
  if (Array.isArray(compound)) return compound.some((inner) => isCompound(inner) && isDeeperThan(levels - 1, inner))
  if (compound instanceof Uint8Array) return false
  for (const name in compound) {
    const inner: unknown = compound[name as keyof typeof compound]
    if (isCompound(inner) && isDeeperThan(levels - 1, inner)) return true
  }
  return false
}

function isCompound(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function findTypeFault(doc: Y.Doc, update: DecodedUpdate): string | undefined {
  const waiting = doc.store.pendingStructs && Y.decodeUpdateV2(doc.store.pendingStructs.update).structs
  const structs = waiting ? [...waiting, ...update.structs] : update.structs
  const places = new Places(doc, structs)
  for (const struct of structs) {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentType)) continue
    const { type } = struct.content
    if (!isPlacedWell(type, places.of(struct))) return `puts a ${type.constructor.name} where none belongs`
    if (depthOf(struct, places) > maxNestedTypes) return 'nests types too deep'
  }
  return undefined
}

function isPlacedWell(type: Y.AbstractType<unknown>, place: Place): boolean {
  const isElement = type instanceof Y.XmlElement
  if (place.kind === 'unknown' || place.kind === 'swept') {
    return type instanceof Y.XmlFragment || type instanceof Y.XmlText || type instanceof Y.Array
  }
  if (place.kind === 'root') {
    const part = place.key === null ? undefined : parseRecordKey(place.key)?.part.kind
    return (
      (part === 'text' && type instanceof Y.XmlFragment && !isElement) || (part === 'ink' && type instanceof Y.Array)
    )
  }
  const { content } = place.item
  // Somebody has removed what this was put into meanwhile: it goes the same way.
  if (content instanceof Y.ContentDeleted) return type instanceof Y.XmlFragment || type instanceof Y.XmlText
  const isInText = content instanceof Y.ContentType && content.type instanceof Y.XmlFragment
  return isInText && place.key === null && (isElement || type instanceof Y.XmlText)
}

function depthOf(item: Y.Item, places: Places): number {
  let depth = 1
  for (let place = places.of(item); place.kind === 'in' && depth <= maxNestedTypes; place = places.of(place.item))
    depth += 1
  return depth
}
