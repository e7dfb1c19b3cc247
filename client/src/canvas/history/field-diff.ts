import type { RecordsDiff, TLRecord, UnknownRecord } from 'tldraw'
import { type BoardRecord, isSame } from '#shared/board/board-records.ts'
import { isBoardRecord } from '#shared/board/record-schema.ts'

/** One field of a record, dressed as a record, so that tldraw's history squashes and reverses it by itself. */
type FieldRecord = {
  readonly id: string
  readonly typeName: string
  readonly fieldOf: string
  readonly field: string
  readonly value: unknown
}

const separator = '\0'
const placeFields = ['x', 'y', 'rotation', 'parentId'] as const
/** Belong to whoever types: a text has an undo of its own, and taking these back would take back others' words. */
const textProps = new Set(['richText', 'growY', 'fontSizeAdjustment'])

function isFieldRecord(record: object): record is FieldRecord {
  return 'fieldOf' in record
}

/** Replaces each changed record of the board by one entry for each changed field. */
export function splitIntoFields<R extends UnknownRecord>(changes: RecordsDiff<R>): RecordsDiff<R> {
  const updated: Record<string, [from: R, to: R]> = {}
  for (const [id, [from, to]] of Object.entries<[R, R]>(changes.updated)) {
    if (!isBoardRecord(from) || !isBoardRecord(to)) {
      updated[id] = [from, to]
      continue
    }
    const before = readFields(from)
    const after = readFields(to)
    const isTyping = !isSame(from.props?.richText, to.props?.richText)
    for (const field of new Set([...before.keys(), ...after.keys()])) {
      if (isSame(before.get(field), after.get(field))) continue
      if (isTyping && field.startsWith('props.') && textProps.has(field.slice('props.'.length))) continue
      const entry = (value: unknown): FieldRecord => ({
        id: `${id}${separator}${field}`,
        typeName: from.typeName,
        fieldOf: id,
        field,
        value,
      })
      // The history never looks inside what it keeps; only `applyFieldDiff` does.
      updated[`${id}${separator}${field}`] = [entry(before.get(field)) as never, entry(after.get(field)) as never]
    }
  }
  return { ...changes, updated }
}

/** `at` is one field, as in the document: a position means nothing without its parent. */
function readFields(record: BoardRecord): Map<string, unknown> {
  const fields = new Map<string, unknown>()
  for (const [name, value] of Object.entries(record)) {
    if (name === 'id' || name === 'typeName' || name === 'props' || name === 'meta') continue
    if (record.typeName === 'shape' && placeFields.some((field) => field === name)) continue
    fields.set(name, value)
  }
  if (record.typeName === 'shape') {
    fields.set(
      'at',
      placeFields.map((name) => record[name]),
    )
  }
  for (const kind of ['props', 'meta'] as const) {
    for (const [name, value] of Object.entries(record[kind] ?? {})) fields.set(`${kind}.${name}`, value)
  }
  return fields
}

function writeField(record: BoardRecord, field: string, value: unknown): BoardRecord {
  if (field === 'at') {
    if (!Array.isArray(value)) return record
    return { ...record, ...Object.fromEntries(placeFields.map((name, i) => [name, value[i]])) }
  }
  const dot = field.indexOf('.')
  if (dot === -1) return { ...record, [field]: value }
  const kind = field.slice(0, dot)
  const name = field.slice(dot + 1)
  const values = { ...(kind === 'meta' ? record.meta : record.props) }
  if (value === undefined) delete values[name]
  else values[name] = value
  return { ...record, [kind]: values }
}

export type FieldChange = { readonly field: string; readonly from: unknown; readonly to: unknown }

/** What a diff of the history asks for, by record. */
export type HistoryStep = {
  readonly added: readonly BoardRecord[]
  readonly removed: readonly string[]
  readonly fields: ReadonlyMap<string, readonly FieldChange[]>
  /** Cameras, selections and the like: a person's own, applied as they are. */
  readonly own: RecordsDiff<TLRecord>
}

export function readHistoryStep(diff: RecordsDiff<TLRecord>): HistoryStep {
  const added: BoardRecord[] = []
  const removed: string[] = []
  const fields = new Map<string, FieldChange[]>()
  const own: RecordsDiff<TLRecord> = { added: {}, updated: {}, removed: {} }
  const add = (id: string, change: FieldChange) => {
    const known = fields.get(id)
    if (known) known.push(change)
    else fields.set(id, [change])
  }
  for (const record of Object.values(diff.added)) {
    if (isBoardRecord(record)) added.push(record)
    else Object.assign(own.added, { [record.id]: record })
  }
  for (const record of Object.values(diff.removed)) {
    if (isBoardRecord(record)) removed.push(record.id)
    else Object.assign(own.removed, { [record.id]: record })
  }
  for (const [id, pair] of Object.entries<[TLRecord, TLRecord]>(diff.updated)) {
    const [from, to] = pair
    if (isFieldRecord(from) && isFieldRecord(to)) {
      add(from.fieldOf, { field: from.field, from: from.value, to: to.value })
    } else if (isBoardRecord(from) && isBoardRecord(to)) {
      // Removed and made again within one step: tldraw then keeps the two whole records.
      const before = readFields(from)
      const after = readFields(to)
      for (const field of new Set([...before.keys(), ...after.keys()])) {
        if (!isSame(before.get(field), after.get(field))) {
          add(id, { field, from: before.get(field), to: after.get(field) })
        }
      }
    } else {
      Object.assign(own.updated, { [id]: pair })
    }
  }
  return { added, removed, fields, own }
}

/** Takes the change only where the field still is as this person left it: nobody's later change is taken back. */
export function applyFields(record: BoardRecord, changes: readonly FieldChange[]): BoardRecord {
  const current = readFields(record)
  return changes.reduce(
    (next, { field, from, to }) => (isSame(current.get(field), from) ? writeField(next, field, to) : next),
    record,
  )
}
