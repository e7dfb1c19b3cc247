import * as Y from 'yjs'
import { findTaken, type Place, Places } from './places.ts'
import type { DecodedUpdate } from './update-content.ts'

/**
 * Looks for an item that is new and said to lie between two that do not lie in the same: in other texts, or under other
 * keys of a map. Yjs puts it where the first lies. But once the other is swept away with its text, Yjs sweeps it away as
 * well, for those alone who come later.
 *
 * @returns whether both are there, or one was swept away already. What waits is believed: who completes it may be somebody
 * else.
 */
export function findTie(doc: Y.Doc, update: DecodedUpdate): 'of two' | 'with what is gone' | undefined {
  let places: Places | undefined
  for (const struct of update.structs) {
    if (!(struct instanceof Y.Item)) continue
    const { id, length, origin, rightOrigin } = struct
    if (!origin || !rightOrigin || id.clock + length <= Y.getState(doc.store, id.client)) continue
    const left = findTaken(doc, origin)
    const right = findTaken(doc, rightOrigin)
    if (left instanceof Y.Item && right instanceof Y.Item) {
      if (left.parent !== right.parent || left.parentSub !== right.parentSub) return 'of two'
    } else if (!left || !right || left instanceof Y.Item || right instanceof Y.Item) {
      places ??= new Places(doc, withWaiting(doc, update.structs))
      const tie = tieBetween(places.at(origin), places.at(rightOrigin))
      if (tie) return tie
    }
  }
  return undefined
}

function withWaiting({ store }: Y.Doc, structs: DecodedUpdate['structs']): DecodedUpdate['structs'] {
  return store.pendingStructs ? [...Y.decodeUpdateV2(store.pendingStructs.update).structs, ...structs] : structs
}

type Somewhere = Extract<Place, { readonly key: string | null }>

function tieBetween(left: Place, right: Place): ReturnType<typeof findTie> {
  if (left.kind === 'unknown' || right.kind === 'unknown') return undefined
  if (left.kind === 'swept' || right.kind === 'swept') return left.kind === right.kind ? undefined : 'with what is gone'
  return isSamePlace(left, right) ? undefined : 'of two'
}

function isSamePlace(left: Somewhere, right: Somewhere): boolean {
  if (left.key !== right.key) return false
  if (left.kind === 'in') return right.kind === 'in' && Y.compareIDs(left.item.id, right.item.id)
  return right.kind === 'root' && left.name === right.name
}
