import * as Y from 'yjs'
import type { ReadUpdate } from './read-once.ts'

/**
 * What no copy of Yjs writes, although it can be decoded: taking it fails half-way, or leaves what waits unreadable.
 *
 * @returns what is wrong with it.
 */
export function findEncodingFault({ structs, ds }: ReadUpdate['decoded']): string | undefined {
  for (const struct of structs) {
    if (!isSpan(struct.id.clock, struct.length)) return 'writes nothing, or more than can be counted'
    if (!(struct instanceof Y.Item)) continue
    if (refersToItself(struct)) return 'builds upon what its own client is still to write'
    // Where it comes to lie would go by what each reader has already.
    const { origin, rightOrigin } = struct
    if (origin && rightOrigin && Y.compareIDs(origin, rightOrigin)) return 'lies both behind and before the same'
  }
  for (const deletions of ds.clients.values()) {
    let end = 0
    for (const { clock, len } of deletions) {
      if (!isSpan(clock, len)) return 'deletes nothing, or more than can be counted'
      if (clock < end) return 'deletes out of order'
      end = clock + len
    }
  }
  return undefined
}

function isSpan(clock: number, length: number): boolean {
  return length > 0 && Number.isSafeInteger(clock + length)
}

function refersToItself({ id, origin, rightOrigin, parent }: Y.Item): boolean {
  return isAhead(id, origin) || isAhead(id, rightOrigin) || isAhead(id, parent)
}

function isAhead({ client, clock }: Y.ID, other: unknown): boolean {
  return other instanceof Y.ID && other.client === client && other.clock >= clock
}
