import * as Y from 'yjs'
import { recordsMapName } from '#shared/board/record-keys.ts'
import type { DecodedUpdate } from './update-content.ts'

type Struct = DecodedUpdate['structs'][number]

/** What a struct lies in. */
export type Place =
  | { readonly kind: 'root'; readonly name: string; readonly key: string | null }
  /** A type made by an item. */
  | { readonly kind: 'in'; readonly item: Y.Item; readonly key: string | null }
  /** What the document has swept away: Yjs sweeps away all that is put there. */
  | { readonly kind: 'swept' }
  /** Not until a missing predecessor comes. */
  | { readonly kind: 'unknown' }

const swept: Place = { kind: 'swept' }
const unknown: Place = { kind: 'unknown' }

/** So few are looked through as they are. */
const maxUnsorted = 16

/** Says where items of the document, and of structs that it has not taken in yet, come to lie. */
export type Places = {
  of(item: Y.Item): Place
  at(id: Y.ID): Place
}

/** @param structs - of an update, and of what waits. */
export function createPlaces(doc: Y.Doc, structs: readonly Struct[]): Places {
  const isMany = structs.length > maxUnsorted
  const findNew = isMany ? findAmongMany(structs) : findAmongFew(structs)
  // Each answer is kept, so that a chain is walked once. A short one may be walked again.
  const known = isMany ? new Map<Y.Item, Place>() : undefined

  const find = (id: Y.ID): Struct | undefined => findTaken(doc, id) ?? findNew(id)

  const placeIn = (id: Y.ID, key: string | null): Place => {
    const there = find(id)
    if (!(there instanceof Y.Item)) return placeOfNone(id, there)
    return isTaken(doc, id) && there.content instanceof Y.ContentDeleted ? swept : { kind: 'in', item: there, key }
  }
  const placeOfNone = (id: Y.ID, struct: Struct | null | undefined) => (struct && isTaken(doc, id) ? swept : unknown)

  const ownPlace = ({ parent, parentSub }: Y.Item): Place | undefined => {
    // In an update that was only decoded, a root is still its name, and a type the id of its item.
    const lies: unknown = parent
    if (typeof lies === 'string') return { kind: 'root', name: lies, key: parentSub }
    if (lies instanceof Y.ID) return placeIn(lies, parentSub)
    if (!(lies instanceof Y.AbstractType)) return undefined
    return lies._item
      ? { kind: 'in', item: lies._item, key: parentSub }
      : { kind: 'root', name: recordsMapName, key: parentSub }
  }

  /** An item without a parent of its own lies where its neighbour lies. */
  const of = (item: Y.Item): Place => {
    let current = item
    let place: Place | undefined
    // A hostile hand may have laid neighbours in a circle: then none of them has a place.
    for (let steps = 0; !place && steps <= structs.length; steps += 1) {
      place = known?.get(current) ?? ownPlace(current)
      if (place) break
      known?.set(current, unknown)
      const id = neighbourOf(current)
      const next = id && find(id)
      if (next instanceof Y.Item) current = next
      else place = id ? placeOfNone(id, next) : unknown
    }
    const found = place ?? unknown
    if (known) keepFor(item, current, found)
    return found
  }

  const keepFor = (first: Y.Item, last: Y.Item, place: Place) => {
    for (let walked: Struct | undefined = first; walked instanceof Y.Item; ) {
      known?.set(walked, place)
      const id: Y.ID | null = walked === last ? null : neighbourOf(walked)
      walked = id ? find(id) : undefined
    }
  }

  return {
    of,
    at(id) {
      const there = find(id)
      return there instanceof Y.Item ? of(there) : placeOfNone(id, there)
    },
  }
}

/** What the document has under an id. */
export function findTaken({ store }: Y.Doc, { client, clock }: Y.ID): Y.Item | Y.GC | undefined {
  const structs = store.clients.get(client)
  if (!structs || clock >= Y.getState(store, client)) return undefined
  return structs[Y.findIndexSS(structs, clock)]
}

function isTaken({ store }: Y.Doc, { client, clock }: Y.ID): boolean {
  return clock < Y.getState(store, client)
}

function neighbourOf({ origin, rightOrigin }: Y.Item): Y.ID | null {
  return origin ?? rightOrigin
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
