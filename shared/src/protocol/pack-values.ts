import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** A value of a document, and the key of the last record that was named before it. */
export type KeyedValue = { readonly value: unknown; readonly recordId: string }

/** Where a leaf lies in an object: its keys from the outside in. */
type Path = readonly string[]

type Table = { readonly number: number; readonly paths: readonly Path[]; readonly columns: readonly encoding.Encoder[] }

/** Nothing that tldraw makes lies deeper; what does is written as it is. */
const maxDepth = 4
/** In the place of an id that is the record's own. */
const ownId = true

/**
 * Turns objects into tables: those with the same keys share one, with a column for each leaf, so that five thousand notes
 * are five thousand colours in a row and not five thousand times the word "color". An `id` that repeats its record's key
 * is left out.
 */
export function packValues(values: readonly KeyedValue[]): Uint8Array {
  const tables = new Map<string, Table>()
  const kinds = encoding.createEncoder()
  const plain = encoding.createEncoder()
  for (const { value, recordId } of values) {
    const leaves = isPlainObject(value) ? leavesOf(value) : undefined
    if (!leaves) {
      encoding.writeVarUint(kinds, 0)
      encoding.writeAny(plain, asAny(value))
      continue
    }
    const paths = leaves.map(({ path }) => path)
    const name = JSON.stringify(paths)
    let table = tables.get(name)
    if (!table) {
      table = { number: 1 + tables.size, paths, columns: paths.map(() => encoding.createEncoder()) }
      tables.set(name, table)
    }
    encoding.writeVarUint(kinds, table.number)
    for (const [i, { path, leaf }] of leaves.entries()) {
      const column = table.columns[i]
      const isOwnId = path.length === 1 && path[0] === 'id' && leaf === recordId
      if (column) encoding.writeAny(column, asAny(isOwnId ? ownId : leaf))
    }
  }
  return encoding.encode((encoder) => {
    encoding.writeVarString(encoder, JSON.stringify([...tables.values()].map(({ paths }) => paths)))
    encoding.writeVarUint8Array(encoder, encoding.toUint8Array(kinds))
    encoding.writeVarUint8Array(encoder, encoding.toUint8Array(plain))
    for (const { columns } of tables.values()) {
      for (const column of columns) encoding.writeVarUint8Array(encoder, encoding.toUint8Array(column))
    }
  })
}

/** @returns the values one after another; each is asked for with the key of the last record that was named. */
export function unpackValues(packed: Uint8Array): (recordId: string) => unknown {
  const decoder = decoding.createDecoder(packed)
  const allPaths: readonly (readonly Path[])[] = JSON.parse(decoding.readVarString(decoder))
  const kinds = decoding.createDecoder(decoding.readVarUint8Array(decoder))
  const plain = decoding.createDecoder(decoding.readVarUint8Array(decoder))
  const tables = allPaths.map((paths) =>
    paths.map((path) => ({ path, column: decoding.createDecoder(decoding.readVarUint8Array(decoder)) })),
  )
  return (recordId) => {
    const kind = decoding.readVarUint(kinds)
    if (kind === 0) return decoding.readAny(plain)
    const table = tables[kind - 1]
    if (!table) throw new Error('a table of a packed board is missing')
    const value: Record<string, unknown> = {}
    for (const { path, column } of table) {
      const leaf: unknown = decoding.readAny(column)
      setAt(value, path, path.length === 1 && path[0] === 'id' && leaf === ownId ? recordId : leaf)
    }
    return value
  }
}

type Leaf = { readonly path: Path; readonly leaf: unknown }

/** In the order of the object's own keys. Undefined for one that cannot be put together again from its leaves. */
function leavesOf(value: Readonly<Record<string, unknown>>, path: Path = []): Leaf[] | undefined {
  const leaves: Leaf[] = []
  for (const [key, inner] of Object.entries(value)) {
    if (key === '__proto__' || (path.length === 0 && key === 'id' && inner === ownId)) return undefined
    const innerPath = [...path, key]
    const hasInside = isPlainObject(inner) && Object.keys(inner).length > 0 && innerPath.length < maxDepth
    const innerLeaves = hasInside ? leavesOf(inner, innerPath) : [{ path: innerPath, leaf: inner }]
    if (!innerLeaves) return undefined
    leaves.push(...innerLeaves)
  }
  return leaves.length > 0 ? leaves : undefined
}

function setAt(value: Record<string, unknown>, path: Path, leaf: unknown): void {
  let inside = value
  for (const key of path.slice(0, -1)) {
    const next = inside[key]
    if (isPlainObject(next)) {
      inside = next
    } else {
      const made: Record<string, unknown> = {}
      inside[key] = made
      inside = made
    }
  }
  const last = path.at(-1)
  if (last !== undefined) inside[last] = leaf
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}

/** What came out of a document is what lib0 can write. */
function asAny(value: unknown): Parameters<typeof encoding.writeAny>[1] {
  return value as Parameters<typeof encoding.writeAny>[1]
}
