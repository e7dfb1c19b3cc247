import * as Y from 'yjs'
import { ProtocolError } from '#shared/errors.ts'
import { maxClientsPerUpdate } from '#shared/limits.ts'
import { findEncodingFault } from './find-encoding-fault.ts'
import { type ReadUpdate, readOnce } from './read-once.ts'

/** An update that was read without being applied. */
export type DecodedUpdate = ReadUpdate['decoded']

/**
 * Reads an update before it may touch a document: a hostile one of 7 bytes makes `applyUpdate` take 229 MB, while
 * decoding refuses it at no cost.
 *
 * @throws {ProtocolError}
 */
export function readUpdate(update: Uint8Array): ReadUpdate {
  const read = readSound(update)
  if (countClients(read.decoded) > maxClientsPerUpdate) {
    throw new ProtocolError(`an update of more than ${maxClientsPerUpdate} clients`)
  }
  const fault = findEncodingFault(read.decoded)
  if (fault) throw new ProtocolError(`an update that ${fault}`)
  return read
}

function readSound(update: Uint8Array): ReadUpdate {
  try {
    return readOnce(update)
  } catch (cause) {
    throw new ProtocolError('unreadable update', { cause })
  }
}

function countClients({ structs, ds }: DecodedUpdate): number {
  // What a client wrote stands together, and may be deleted in the same update.
  let count = ds.clients.size
  let last: number | undefined
  for (const { id } of structs) {
    if (id.client !== last && !ds.clients.has(id.client)) count += 1
    last = id.client
  }
  return count
}

/** @throws {ProtocolError} */
export function decodeStateVector(bytes: Uint8Array): Map<number, number> {
  try {
    return Y.decodeStateVector(bytes)
  } catch (cause) {
    throw new ProtocolError('unreadable state vector', { cause })
  }
}

/** It was made on a document of an epoch that is over: nothing of it may be taken, its sender needs a fresh one. */
export class OutdatedEpoch extends ProtocolError {}

/** True when it was written by one of these clients, or on top of what one of them wrote. */
export function buildsOn(clients: ReadonlySet<number>, { structs, ds }: DecodedUpdate): boolean {
  if (clients.size === 0) return false
  const isTheirs = (id: unknown) => id instanceof Y.ID && clients.has(id.client)
  return (
    [...ds.clients.keys()].some((client) => clients.has(client)) ||
    structs.some(
      (struct) =>
        isTheirs(struct.id) ||
        (struct instanceof Y.Item &&
          (isTheirs(struct.origin) || isTheirs(struct.rightOrigin) || isTheirs(struct.parent))),
    )
  )
}

/**
 * Everybody who has a part in the document, by what waits for a predecessor as well, in the form of a state vector.
 */
export function encodeClients(doc: Y.Doc): Uint8Array {
  const clients = Y.decodeStateVector(Y.encodeStateVector(doc))
  const { pendingStructs, pendingDs } = doc.store
  // Yjs keeps what waits in its second format.
  for (const waiting of [pendingStructs?.update, pendingDs]) {
    if (!waiting) continue
    const { structs, ds } = Y.decodeUpdateV2(waiting)
    for (const client of [...structs.map(({ id }) => id.client), ...ds.clients.keys()]) {
      if (!clients.has(client)) clients.set(client, 0)
    }
  }
  return Y.encodeStateVector(clients)
}

/**
 * True when the document has all of it already. A reconnecting client's step 2 is often just that: no new structs, and
 * the deletions everybody knows.
 */
export function addsNothing(doc: Y.Doc, update: DecodedUpdate): boolean {
  const { store } = doc
  for (const struct of update.structs) {
    if (struct instanceof Y.Skip) continue
    if (struct.id.clock + struct.length > Y.getState(store, struct.id.client)) return false
  }
  for (const [client, deletions] of update.ds.clients) {
    const structs = store.clients.get(client)
    for (const { clock, len } of deletions) {
      if (!structs || clock + len > Y.getState(store, client)) return false
      for (let i = Y.findIndexSS(structs, clock); i < structs.length; i += 1) {
        const struct = structs[i]
        if (!struct || struct.id.clock >= clock + len) break
        if (!struct.deleted) return false
      }
    }
  }
  return true
}

/**
 * True when every part of it begins where the document's knowledge of that client ends, or after. What overlaps may say
 * something else than what the document has: then its bytes must not be merged with others', nor travel as they are.
 */
export function isAllNew(doc: Y.Doc, update: DecodedUpdate): boolean {
  // What a client wrote stands together.
  let client: number | undefined
  let end = 0
  for (const { id, length } of update.structs) {
    if (id.client !== client) end = Y.getState(doc.store, id.client)
    if (id.clock < end) return false
    client = id.client
    end = id.clock + length
  }
  return true
}

/**
 * The document's state as others may have it: without what waits for a missing predecessor. That has not been checked
 * yet, and `encodeStateAsUpdate` would hand it out.
 */
export function encodeChecked(doc: Y.Doc, stateVector?: Uint8Array, encode = Y.encodeStateAsUpdate): Uint8Array {
  const { store } = doc
  const { pendingStructs, pendingDs } = store
  store.pendingStructs = null
  store.pendingDs = null
  try {
    return encode(doc, stateVector)
  } finally {
    store.pendingStructs = pendingStructs
    store.pendingDs = pendingDs
  }
}

/** What waits for a missing predecessor, as something that can be compared later. */
export type Pending = { readonly structs: Uint8Array | null; readonly deletions: Uint8Array | null }

export function pendingOf(doc: Y.Doc): Pending {
  return { structs: doc.store.pendingStructs?.update ?? null, deletions: doc.store.pendingDs }
}

export function hasPending({ structs, deletions }: Pending): boolean {
  return structs !== null || deletions !== null
}
