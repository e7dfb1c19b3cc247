import * as Y from 'yjs'
import { parseRecordKey, recordsMapName } from '#shared/board/record-keys.ts'
import { maxNestedTypes, maxNestedValues } from '#shared/limits.ts'
import type { DecodedUpdate } from './update-content.ts'

type Struct = DecodedUpdate['structs'][number]

/** What a struct lies in: the records map, a type made by an item, or not known until a missing predecessor comes. */
type Place =
  | { readonly kind: 'root'; readonly name: string; readonly key: string | null }
  | { readonly kind: 'in'; readonly item: Y.Item; readonly key: string | null }
  | { readonly kind: 'unknown' }

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
  const find = createFinder(doc, structs)
  const placeOf = createPlaces(find)
  for (const struct of structs) {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentType)) continue
    const { type } = struct.content
    if (!isPlacedWell(type, placeOf(struct))) return `puts a ${type.constructor.name} where none belongs`
    if (depthOf(struct, placeOf) > maxNestedTypes) return 'nests types too deep'
  }
  return undefined
}

function isPlacedWell(type: Y.AbstractType<unknown>, place: Place): boolean {
  const isElement = type instanceof Y.XmlElement
  if (place.kind === 'unknown') {
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

function depthOf(item: Y.Item, placeOf: (item: Y.Item) => Place): number {
  let depth = 1
  for (let place = placeOf(item); place.kind === 'in' && depth <= maxNestedTypes; place = placeOf(place.item))
    depth += 1
  return depth
}

/** So few are looked through as they are. */
const maxUnsorted = 16

/** Finds a struct by its id, in the update, in what waits, or in the document. */
function createFinder(doc: Y.Doc, structs: readonly Struct[]) {
  const find = structs.length > maxUnsorted ? findAmongMany(structs) : findAmongFew(structs)
  return (id: Y.ID): Y.Item | undefined => {
    const { client, clock } = id
    if (clock >= Y.getState(doc.store, client)) return itemOf(find(id))
    const known = doc.store.clients.get(client)
    return itemOf(known?.[Y.findIndexSS(known, clock)])
  }
}

function itemOf(struct: Struct | undefined): Y.Item | undefined {
  return struct instanceof Y.Item ? struct : undefined
}

function findAmongFew(structs: readonly Struct[]) {
  return ({ client, clock }: Y.ID): Struct | undefined =>
    structs.find(({ id, length }) => id.client === client && id.clock <= clock && id.clock + length > clock)
}

function findAmongMany(structs: readonly Struct[]) {
  const byClient = new Map<number, Struct[]>()
  for (const struct of structs) {
    const known = byClient.get(struct.id.client)
    if (known) known.push(struct)
    else byClient.set(struct.id.client, [struct])
  }
  for (const list of byClient.values()) list.sort((a, b) => a.id.clock - b.id.clock)

  return ({ client, clock }: Y.ID): Struct | undefined => {
    const list = byClient.get(client) ?? []
    let low = 0
    let high = list.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const struct = list[middle]
      if (!struct || struct.id.clock > clock) high = middle - 1
      else if (struct.id.clock + struct.length <= clock) low = middle + 1
      else return struct
    }
    return undefined
  }
}

/** An item without a parent of its own lies where its neighbour lies; each answer is kept, so that a chain is walked once. */
function createPlaces(find: (id: Y.ID) => Y.Item | undefined) {
  const known = new Map<Y.Item, Place>()

  const ownPlace = ({ parent, parentSub }: Y.Item): Place | undefined => {
    const lies: unknown = parent
    if (typeof lies === 'string') return { kind: 'root', name: lies, key: parentSub }
    if (lies instanceof Y.ID) return placeIn(find(lies), parentSub)
    if (!(lies instanceof Y.AbstractType)) return undefined
    return lies._item ? placeIn(lies._item, parentSub) : { kind: 'root', name: recordsMapName, key: parentSub }
  }

  return (item: Y.Item): Place => {
    const own = known.get(item) ?? ownPlace(item)
    if (own) {
      known.set(item, own)
      return own
    }
    // A set, for neighbours that a hostile hand has laid in a circle.
    const path = new Set<Y.Item>()
    let current: Y.Item | undefined = item
    let place: Place | undefined
    while (current && !place && !path.has(current)) {
      place = known.get(current) ?? ownPlace(current)
      path.add(current)
      const neighbour: Y.ID | null = current.origin ?? current.rightOrigin
      current = neighbour ? find(neighbour) : undefined
    }
    const found = place ?? { kind: 'unknown' }
    for (const walked of path) known.set(walked, found)
    return found
  }
}

function placeIn(item: Y.Item | undefined, key: string | null): Place {
  return item ? { kind: 'in', item, key } : { kind: 'unknown' }
}
