import { type BoardRecord, type BoardRecords, isSame } from '#shared/board/board-records.ts'
import {
  carriesValues,
  fieldsOf,
  isAllowed,
  isValueName,
  isWellFormed,
  valueNameOf,
} from '#shared/board/note-values.ts'
import { formatRecordKey } from '#shared/board/record-keys.ts'
import type { ZoneField } from '#shared/board/zone-fields.ts'
import { zoneOf } from '#shared/board/zone-of.ts'

type Read = (id: string) => BoardRecord | undefined

/**
 * Looks at the values that an update set. One that no field could hold, or that the field of its zone does not allow, is
 * to be put back as it was; the rest of the note stays. What came into a zone with its note may stay, and is not shown.
 *
 * @param keys - that were written of the record
 * @param read - records as they will be
 * @param readBefore - records as they were
 * @returns the note's values as they may be; undefined where they may stay as they are
 */
export function mendValues(
  record: BoardRecord,
  keys: ReadonlySet<string>,
  read: Read,
  readBefore: Read,
): Readonly<Record<string, unknown>> | undefined {
  const { id, meta = {} } = record
  const isWritten = (name: string) => keys.has(id) || keys.has(formatRecordKey(id, { kind: 'meta', name }))
  const names = Object.keys(meta).filter((name) => isValueName(name) && isWritten(name))
  if (names.length === 0) return undefined
  const previous = readBefore(id)
  const changed = names.filter((name) => !isSame(meta[name], previous?.meta?.[name]))
  if (changed.length === 0) return undefined
  const fields = carriesValues(record)
    ? [...fieldsOf(zoneOf(record, read)), ...fieldsOf(previous && zoneOf(previous, readBefore))]
    : []
  const bad = changed.filter((name) => !mayBe(fields, name, meta[name]))
  if (bad.length === 0) return undefined
  const mended: Record<string, unknown> = { ...meta }
  for (const name of bad) {
    const before = previous?.meta?.[name]
    if (before === undefined) delete mended[name]
    else mended[name] = before
  }
  return mended
}

/** A note that was moved offline may have got its value where it lay before. */
function mayBe(fields: readonly ZoneField[], name: string, value: unknown): boolean {
  const own = fields.filter(({ key }) => valueNameOf(key) === name)
  return own.length === 0 ? isWellFormed(value) : own.some((field) => isAllowed(field, value))
}

/** Writes them so that nothing of the others is left in the document. */
export function writeMended(
  records: BoardRecords,
  record: BoardRecord,
  meta: Readonly<Record<string, unknown>>,
  keys: ReadonlySet<string>,
): void {
  const mended = { ...record, meta }
  if (keys.has(record.id)) records.put(mended)
  else records.change(record, mended)
}
