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
export class Places {
  readonly #doc: Y.Doc
  readonly #structs: readonly Struct[]
  /** Where there are many: all by their clients. */
  readonly #byClient: Map<number, Struct[]> | undefined
  /** And each answer, so that a chain is walked once. A short one may be walked again. */
  readonly #known: Map<Y.Item, Place> | undefined

  /** @param structs - of an update, and of what waits. */
  constructor(doc: Y.Doc, structs: readonly Struct[]) {
    this.#doc = doc
    this.#structs = structs
    if (structs.length <= maxUnsorted) return
    this.#byClient = sortByClient(structs)
    this.#known = new Map()
  }

  at(id: Y.ID): Place {
    const there = this.#find(id)
    return there instanceof Y.Item ? this.of(there) : this.#placeOfNone(id, there)
  }

  /** An item without a parent of its own lies where its neighbour lies. */
  of(item: Y.Item): Place {
    let current = item
    let place: Place | undefined
    // A hostile hand may have laid neighbours in a circle: then none of them has a place.
    for (let steps = 0; !place && steps <= this.#structs.length; steps += 1) {
      place = this.#known?.get(current) ?? this.#ownPlace(current)
      if (place) break
      this.#known?.set(current, unknown)
      const id = neighbourOf(current)
      const next = id && this.#find(id)
      if (next instanceof Y.Item) current = next
      else place = id ? this.#placeOfNone(id, next) : unknown
    }
    const found = place ?? unknown
    if (this.#known) this.#keepFor(item, current, found)
    return found
  }

  #keepFor(first: Y.Item, last: Y.Item, place: Place): void {
    for (let walked: Struct | undefined = first; walked instanceof Y.Item; ) {
      this.#known?.set(walked, place)
      const id: Y.ID | null = walked === last ? null : neighbourOf(walked)
      walked = id ? this.#find(id) : undefined
    }
  }

  #ownPlace({ parent, parentSub }: Y.Item): Place | undefined {
    // In an update that was only decoded, a root is still its name, and a type the id of its item.
    const lies: unknown = parent
    if (typeof lies === 'string') return { kind: 'root', name: lies, key: parentSub }
    if (lies instanceof Y.ID) return this.#placeIn(lies, parentSub)
    if (!(lies instanceof Y.AbstractType)) return undefined
    if (!lies._item) return { kind: 'root', name: recordsMapName, key: parentSub }
    return { kind: 'in', item: lies._item, key: parentSub }
  }

  #placeIn(id: Y.ID, key: string | null): Place {
    const there = this.#find(id)
    if (!(there instanceof Y.Item)) return this.#placeOfNone(id, there)
    const isSwept = there.content instanceof Y.ContentDeleted && isTaken(this.#doc, id)
    return isSwept ? swept : { kind: 'in', item: there, key }
  }

  #placeOfNone(id: Y.ID, struct: Struct | null | undefined): Place {
    return struct && isTaken(this.#doc, id) ? swept : unknown
  }

  #find(id: Y.ID): Struct | undefined {
    const taken = findTaken(this.#doc, id)
    if (taken) return taken
    return this.#byClient ? findSorted(this.#byClient.get(id.client), id.clock) : findUnsorted(this.#structs, id)
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

function findUnsorted(structs: readonly Struct[], { client, clock }: Y.ID): Struct | undefined {
  for (const struct of structs) {
    const { id, length } = struct
    if (id.client === client && id.clock <= clock && id.clock + length > clock) return struct
  }
  return undefined
}

function sortByClient(structs: readonly Struct[]): Map<number, Struct[]> {
  const byClient = new Map<number, Struct[]>()
  for (const struct of structs) {
    const known = byClient.get(struct.id.client)
    if (known) known.push(struct)
    else byClient.set(struct.id.client, [struct])
  }
  for (const list of byClient.values()) list.sort((a, b) => a.id.clock - b.id.clock)
  return byClient
}

function findSorted(structs: readonly Struct[] = [], clock: number): Struct | undefined {
  let low = 0
  let high = structs.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const struct = structs[middle]
    if (!struct || struct.id.clock > clock) high = middle - 1
    else if (struct.id.clock + struct.length <= clock) low = middle + 1
    else return struct
  }
  return undefined
}
