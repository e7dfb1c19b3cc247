import * as Y from 'yjs'
import { isSame } from '#shared/board/board-records.ts'
import type { DecodedUpdate } from './update-content.ts'

/**
 * The sender's copy of the board and the board have parted ways: it says something else under an id and clock that the
 * board knows, or continues what somebody else writes. Merging would drop one of the two without a word.
 */
export class PartedCopy extends Error {
  override readonly name = 'PartedCopy'
}

/**
 * True when the update says, deletes or builds upon what somebody else is still to write: nobody can know of it before
 * the server does. What comes of it would be taken for hers.
 */
export function getsAhead(
  doc: Y.Doc,
  { structs, ds }: DecodedUpdate,
  isOthers: (clientId: number) => boolean,
): boolean {
  const isAhead = (clientId: number, end: number) => end > Y.getState(doc.store, clientId) && isOthers(clientId)
  const refersAhead = (id: unknown) => id instanceof Y.ID && isAhead(id.client, id.clock + 1)
  for (const struct of structs) {
    if (struct instanceof Y.Skip) continue
    if (isAhead(struct.id.client, struct.id.clock + struct.length)) return true
    if (!(struct instanceof Y.Item)) continue
    if (refersAhead(struct.origin) || refersAhead(struct.rightOrigin) || refersAhead(struct.parent)) return true
  }
  for (const [clientId, deletions] of ds.clients) {
    if (deletions.some(({ clock, len }) => isAhead(clientId, clock + len))) return true
  }
  return false
}

/**
 * True when a part of the update that the document knows already says something else there: somebody has written under
 * this id what its owner never wrote, or the owner's copy is of another past. Of what was deleted, on either side, only
 * its place can be compared: what continues it would lie where that is, and for whoever hears of it alone, where it says.
 */
export function contradicts(doc: Y.Doc, { structs }: DecodedUpdate): boolean {
  return structs.some((struct) => struct instanceof Y.Item && contradictsItem(doc, struct))
}

function contradictsItem(doc: Y.Doc, item: Y.Item): boolean {
  if (continuesGone(doc, item)) return true
  const { client, clock } = item.id
  const end = Math.min(clock + item.length, Y.getState(doc.store, client))
  const known = doc.store.clients.get(client)
  if (!known || end <= clock) return false
  for (let i = Y.findIndexSS(known, clock); i < known.length; i += 1) {
    const there = known[i]
    if (!there || there.id.clock >= end) return false
    if (!(there instanceof Y.Item)) continue
    const from = Math.max(clock, there.id.clock)
    const to = Math.min(end, there.id.clock + there.length)
    if (!isSamePlace(doc, item, there, from)) return true
    // Decoded, it is not marked as deleted yet.
    if (there.deleted || item.content instanceof Y.ContentDeleted) continue
    if (!isSameContent(slice(item, from, to), slice(there, from, to))) return true
  }
  return false
}

function isSamePlace(doc: Y.Doc, item: Y.Item, there: Y.Item, clock: number): boolean {
  if (!isSameId(originAt(item, clock), originAt(there, clock))) return false
  if (!isSameId(item.rightOrigin, there.rightOrigin)) return false
  // Where it has a neighbour, it lies where that lies, and says no more.
  if (originAt(item, clock) || item.rightOrigin) return true
  return item.parentSub === there.parentSub && isSameParent(doc, item.parent, there.parent)
}

/** @param decoded - in an update that was only decoded, a root is still its name, and a type the id of its item. */
function isSameParent(doc: Y.Doc, decoded: unknown, there: Y.Item['parent']): boolean {
  if (!(there instanceof Y.AbstractType)) return false
  if (decoded instanceof Y.ID) return there._item !== null && Y.compareIDs(there._item.id, decoded)
  return typeof decoded === 'string' && doc.share.get(decoded) === there
}

/**
 * True when the board knows the beginning of it as swept away with what it lay in, while that is there: nobody's copy
 * can be so, and Yjs has no place for the rest.
 */
function continuesGone(doc: Y.Doc, { id, length, origin, rightOrigin, parent }: Y.Item): boolean {
  const state = Y.getState(doc.store, id.client)
  if (id.clock >= state || id.clock + length <= state) return false
  if (!(doc.store.clients.get(id.client)?.at(-1) instanceof Y.GC)) return false
  const isSwept = (other: unknown) => {
    if (!(other instanceof Y.ID) || other.clock >= Y.getState(doc.store, other.client)) return false
    const found: unknown = Y.getItem(doc.store, other)
    return !(found instanceof Y.Item) || (other === parent && !(found.content instanceof Y.ContentType))
  }
  return ![origin, rightOrigin, parent].some(isSwept)
}

function originAt(item: Y.Item, clock: number): Y.ID | null {
  return clock > item.id.clock ? Y.createID(item.id.client, clock - 1) : item.origin
}

function isSameId(one: Y.ID | null, other: Y.ID | null): boolean {
  return one === null || other === null ? one === other : Y.compareIDs(one, other)
}

type Slice = { readonly kind: unknown; readonly values: readonly unknown[] }

function slice(item: Y.Item, from: number, to: number): Slice {
  const { content } = item
  const [start, end] = [from - item.id.clock, to - item.id.clock]
  if (content instanceof Y.ContentType) return { kind: content.type.constructor, values: [] }
  if (content instanceof Y.ContentFormat) return { kind: Y.ContentFormat, values: [content.key, content.value] }
  if (content instanceof Y.ContentEmbed) return { kind: Y.ContentEmbed, values: [content.embed] }
  return { kind: content.constructor, values: content.getContent().slice(start, end) }
}

/** What Yjs puts where a character of two halves was split; the other side may still have it whole. */
const splitCharacter = '\ufffd'

function isSameContent(one: Slice, other: Slice): boolean {
  if (one.kind !== other.kind || one.values.length !== other.values.length) return false
  return one.values.every((value, i) => {
    const there = other.values[i]
    return isSame(value, there) || value === splitCharacter || there === splitCharacter
  })
}
