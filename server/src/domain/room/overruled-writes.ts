import * as Y from 'yjs'
import type { DecodedUpdate } from './update-content.ts'

/** Keys that the server wrote or removed last; older ones are forgotten, and then the usual order decides. */
const maxKept = 10_000

/**
 * What the server puts back is one write more in the order of Yjs, and may come to lie over what somebody else, who had
 * every right to, wrote at the same time as the one who was refused. Hers is then written anew.
 */
export interface OverruledWrites {
  /** The server has written or removed these keys. */
  noteServerWrites(keys: Iterable<string>): void
  /** What an update that was just applied wrote to such keys, and does not show. */
  find(update: DecodedUpdate): ReadonlyMap<string, unknown>
}

export function createOverruledWrites(doc: Y.Doc, map: Y.Map<unknown>): OverruledWrites {
  const written = new Map<string, { readonly id: Y.ID; readonly isDeleted: boolean }>()

  const findOne = (struct: DecodedUpdate['structs'][number]): { key: string; value: unknown } | undefined => {
    if (!(struct instanceof Y.Item) || struct.id.clock >= Y.getState(doc.store, struct.id.client)) return undefined
    const { content } = struct
    if (!(content instanceof Y.ContentAny || content instanceof Y.ContentJSON)) return undefined
    const item = Y.getItem(doc.store, struct.lastId)
    if (!(item instanceof Y.Item) || !item.deleted || item.parent !== map || item.parentSub === null) return undefined
    const server = written.get(item.parentSub)
    const shown = map._map.get(item.parentSub)
    if (!server || !shown || shown.deleted !== server.isDeleted || !Y.compareIDs(shown.lastId, server.id))
      return undefined
    return { key: item.parentSub, value: content.getContent().at(-1) }
  }

  return {
    noteServerWrites(keys) {
      for (const key of keys) {
        written.delete(key)
        const item = map._map.get(key)
        if (item) written.set(key, { id: item.lastId, isDeleted: item.deleted })
        const [oldest] = written.keys()
        if (written.size > maxKept && oldest !== undefined) written.delete(oldest)
      }
    },
    find(update) {
      const overruled = new Map<string, unknown>()
      if (written.size === 0) return overruled
      for (const struct of update.structs) {
        const found = findOne(struct)
        if (found) overruled.set(found.key, found.value)
      }
      return overruled
    },
  }
}
