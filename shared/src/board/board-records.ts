import * as Y from 'yjs'
import { decodeInk, encodeInk, type InkSegment } from './ink.ts'
import { formatRecordKey, parseRecordKey, type RecordPart, recordsMapName } from './record-keys.ts'
import { createRichText, readRichText, writeRichText } from './rich-text.ts'

/** A tldraw record as plain data: checked by `record-schema.ts`, not here. */
export type BoardRecord = {
  readonly id: string
  readonly typeName: string
  readonly props?: Readonly<Record<string, unknown>>
  readonly meta?: Readonly<Record<string, unknown>>
  readonly [field: string]: unknown
}

/**
 * The records of a board's document: reads base plus overlays, writes a change as the overlays it needs.
 *
 * Writes do not open a transaction of their own: the caller wraps a whole frame or request in one, with its origin.
 */
export interface BoardRecords {
  readonly map: Y.Map<unknown>
  /** Ids of the records that exist, which is those with a base. */
  ids(): string[]
  has(id: string): boolean
  /** The record as base plus overlays, or undefined where there is no base or the base is no object. */
  read(id: string): BoardRecord | undefined
  readAll(): BoardRecord[]
  /** Writes a whole record as a new base; overlays it had are deleted. */
  put(record: BoardRecord): void
  /** Writes only the fields in which `next` differs from `previous`. Both have the same id. */
  change(previous: BoardRecord, next: BoardRecord): void
  /** Removes the base, its overlays, text and ink. */
  remove(id: string): void
  /** Deletes single keys of the map, whatever record they belong to. */
  discard(keys: Iterable<string>): void
  /** The rich text of a shape that has one; made by whoever wrote the base, by the server where it is missing. */
  text(id: string): Y.XmlFragment | undefined
  /** True when rich text or ink came inside a base and has no merging type yet. */
  needsAdoption(id: string): boolean
  /** Moves rich text and ink that came inside a base into their merging types. */
  adopt(id: string): void
  /** Every key of the map that belongs to the record, orphaned overlays included. */
  keysOf(id: string): readonly string[]
  /** Stops watching the document. */
  close(): void
}

const atFields = ['x', 'y', 'rotation', 'parentId'] as const

export function openBoardRecords(doc: Y.Doc): BoardRecords {
  const map: Y.Map<unknown> = doc.getMap(recordsMapName)
  // The map is flat and large: without this index, reading one record would walk all of them.
  const keys = new Map<string, Set<string>>()

  const noteKey = (key: string) => {
    const parsed = parseRecordKey(key)
    if (!parsed) return
    const known = keys.get(parsed.recordId)
    if (map.has(key)) {
      if (known) known.add(key)
      else keys.set(parsed.recordId, new Set([key]))
    } else if (known) {
      known.delete(key)
      if (known.size === 0) keys.delete(parsed.recordId)
    }
  }
  for (const key of map.keys()) noteKey(key)
  const onChange = (event: Y.YMapEvent<unknown>) => {
    for (const key of event.keysChanged) if (typeof key === 'string') noteKey(key)
  }
  map.observe(onChange)

  // Inside a transaction the observer has not run yet, so a write notes its own keys at once.
  const set = (key: string, value: unknown) => {
    map.set(key, value)
    noteKey(key)
  }
  const drop = (key: string) => {
    map.delete(key)
    noteKey(key)
  }

  const read = (id: string): BoardRecord | undefined => {
    const base = map.get(id)
    if (!isObject(base)) return undefined
    const record: Record<string, unknown> = { ...base, id }
    for (const key of keys.get(id) ?? []) {
      const part = parseRecordKey(key)?.part
      if (part && part.kind !== 'base') applyOverlay(record, part, map.get(key))
    }
    return record as BoardRecord
  }

  const put = (record: BoardRecord) => {
    const wanted = new Map<string, unknown>()
    const { base, text, ink } = split(record)
    wanted.set(record.id, base)
    if (text !== undefined) wanted.set(formatRecordKey(record.id, { kind: 'text' }), createRichText(text))
    if (ink !== undefined) wanted.set(formatRecordKey(record.id, { kind: 'ink' }), createInk(ink))
    for (const key of [...(keys.get(record.id) ?? [])]) if (!wanted.has(key)) drop(key)
    for (const [key, value] of wanted) set(key, value)
  }

  const setText = (id: string, richText: unknown) => {
    const key = formatRecordKey(id, { kind: 'text' })
    const fragment = map.get(key)
    if (fragment instanceof Y.XmlFragment) writeRichText(fragment, richText)
    else set(key, createRichText(richText))
  }

  const setInk = (id: string, segments: readonly InkSegment[]) => {
    const key = formatRecordKey(id, { kind: 'ink' })
    const ink = map.get(key)
    if (!(ink instanceof Y.Array)) {
      set(key, createInk(segments))
      return
    }
    const current = ink.toArray() as unknown[]
    const next = encodeInk(segments)
    let same = 0
    while (same < current.length && same < next.length && current[same] === next[same]) same += 1
    if (current.length > same) ink.delete(same, current.length - same)
    if (next.length > same) ink.insert(same, next.slice(same))
  }

  const change = (previous: BoardRecord, next: BoardRecord) => {
    const { id } = next
    if (atFields.some((field) => !isSame(previous[field], next[field]))) {
      set(
        formatRecordKey(id, { kind: 'at' }),
        atFields.map((field) => next[field]),
      )
    }
    const fields = new Set([...Object.keys(previous), ...Object.keys(next)])
    for (const name of fields) {
      if (isFixedField(name) || isSame(previous[name], next[name])) continue
      set(formatRecordKey(id, { kind: 'field', name }), next[name])
    }
    for (const kind of ['props', 'meta'] as const) {
      const before = previous[kind] ?? {}
      const after = next[kind] ?? {}
      if (before === after) continue
      for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
        if (isSame(before[name], after[name])) continue
        if (kind === 'props' && name === 'richText') setText(id, after[name])
        else if (kind === 'props' && name === 'segments' && isInk(next))
          setInk(id, after[name] as readonly InkSegment[])
        else set(formatRecordKey(id, { kind, name }), after[name])
      }
    }
  }

  /** Asked of every new record, and hardly any does. */
  const needsAdoption = (id: string): boolean => {
    const base = map.get(id)
    if (!isObject(base)) return false
    const { richText, segments } = asObject(base.props)
    const lacks = (kind: 'text' | 'ink') => !keys.get(id)?.has(formatRecordKey(id, { kind }))
    if (richText !== undefined) return lacks('text')
    return Array.isArray(segments) && segments.length > 0 && isInk(base) && lacks('ink')
  }

  return {
    map,
    ids: () => [...keys.keys()].filter((id) => isObject(map.get(id))),
    has: (id) => isObject(map.get(id)),
    read,
    readAll: () => [...keys.keys()].flatMap((id) => read(id) ?? []),
    put,
    change,
    remove(id) {
      for (const key of [...(keys.get(id) ?? [])]) drop(key)
    },
    discard(unwanted) {
      for (const key of [...unwanted]) if (map.has(key)) drop(key)
    },
    text(id) {
      const fragment = map.get(formatRecordKey(id, { kind: 'text' }))
      return fragment instanceof Y.XmlFragment ? fragment : undefined
    },
    needsAdoption,
    adopt(id) {
      if (!needsAdoption(id)) return
      const { text, ink } = split(map.get(id) as BoardRecord)
      if (text !== undefined) setText(id, text)
      else if (ink !== undefined) setInk(id, ink)
    },
    keysOf: (id) => [...(keys.get(id) ?? [])],
    close: () => map.unobserve(onChange),
  }
}

/** Ids of the records that a transaction's events are about, whichever part of them changed. */
export function touchedRecordIds(
  map: Y.Map<unknown>,
  events: readonly Y.YEvent<Y.AbstractType<unknown>>[],
): Set<string> {
  const ids = new Set<string>()
  const add = (key: unknown) => {
    const parsed = typeof key === 'string' ? parseRecordKey(key) : undefined
    if (parsed) ids.add(parsed.recordId)
  }
  for (const event of events) {
    if (event.target === (map as unknown)) for (const key of event.keys.keys()) add(key)
    else add(event.path[0])
  }
  return ids
}

function applyOverlay(record: Record<string, unknown>, part: RecordPart, value: unknown): void {
  switch (part.kind) {
    case 'at':
      if (!Array.isArray(value) || value.length !== atFields.length) return
      for (const [i, field] of atFields.entries()) assign(record, field, value[i])
      return
    case 'text':
      if (value instanceof Y.XmlFragment) record.props = { ...asObject(record.props), richText: readRichText(value) }
      return
    case 'ink':
      if (value instanceof Y.Array) record.props = { ...asObject(record.props), segments: decodeInk(value.toArray()) }
      return
    case 'props':
    case 'meta': {
      const values = { ...asObject(record[part.kind]) }
      assign(values, part.name, value)
      record[part.kind] = values
      return
    }
    case 'field':
      assign(record, part.name, value)
      return
    case 'base':
      return
  }
}

/** An overlay of `undefined` says that the field was removed. */
function assign(target: Record<string, unknown>, name: string, value: unknown): void {
  if (value === undefined) delete target[name]
  else target[name] = value
}

function split(record: BoardRecord): { base: BoardRecord; text?: unknown; ink?: readonly InkSegment[] } {
  const props = record.props
  if (!props) return { base: record }
  if (props.richText !== undefined) {
    const { richText, ...rest } = props
    // The empty text stays in the base: a reader that knows no overlays still finds a record that validates.
    return { base: { ...record, props: { ...rest, richText: emptyRichText } }, text: richText }
  }
  if (isInk(record) && Array.isArray(props.segments)) {
    return { base: { ...record, props: { ...props, segments: [] } }, ink: props.segments as readonly InkSegment[] }
  }
  return { base: record }
}

const emptyRichText = { type: 'doc', content: [{ type: 'paragraph' }] }

/** Strokes have points that grow at their end. */
export function isInk(record: { readonly typeName?: unknown; readonly type?: unknown }): boolean {
  return record.typeName === 'shape' && (record.type === 'draw' || record.type === 'highlight')
}

function createInk(segments: readonly InkSegment[]): Y.Array<number> {
  return Y.Array.from(encodeInk(segments))
}

function isFixedField(name: string): boolean {
  return (
    name === 'id' ||
    name === 'typeName' ||
    name === 'type' ||
    name === 'props' ||
    name === 'meta' ||
    atFields.some((field) => field === name)
  )
}

function asObject(value: unknown): Record<string, unknown> {
  return isObject(value) ? value : {}
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Y.AbstractType)
}

/** Equal as JSON values, without regard to the order of keys. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((value, i) => isSame(value, b[i]))
  }
  const keysA = Object.keys(a)
  if (keysA.length !== Object.keys(b).length) return false
  return keysA.every((key) => Object.hasOwn(b, key) && isSame((a as never)[key], (b as never)[key]))
}
