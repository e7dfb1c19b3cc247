import type * as Y from 'yjs'
import { type BoardRecord, isSame } from './board-records.ts'
import { parseRecordKey } from './record-keys.ts'

/** Keys of the records map that were written, by the record they belong to. */
export type RecordParts = ReadonlyMap<string, ReadonlySet<string>>

/** What a transaction wrote, record by record; a change inside a text or a stroke counts for its key. */
export function touchedParts(
  map: Y.Map<unknown>,
  events: readonly Y.YEvent<Y.AbstractType<unknown>>[],
): Map<string, Set<string>> {
  const parts = new Map<string, Set<string>>()
  const add = (key: unknown) => {
    const parsed = typeof key === 'string' ? parseRecordKey(key) : undefined
    if (!parsed || typeof key !== 'string') return
    const known = parts.get(parsed.recordId)
    if (known) known.add(key)
    else parts.set(parsed.recordId, new Set([key]))
  }
  for (const event of events) {
    if (event.target === (map as unknown)) for (const key of event.keys.keys()) add(key)
    else add(event.path[0])
  }
  return parts
}

/**
 * The record as it is now with some parts of it as they were written: what somebody else changed beside them stays.
 *
 * @param keys - The parts to take from `written`; the base among them takes all of it.
 */
export function mergeParts(current: BoardRecord, written: BoardRecord, keys: Iterable<string>): BoardRecord {
  const merged: Record<string, unknown> = { ...current }
  const take = (name: string) => assign(merged, name, written[name])
  const takeIn = (kind: 'props' | 'meta', name: string) => {
    const values = { ...asObject(merged[kind]) }
    assign(values, name, written[kind]?.[name])
    merged[kind] = values
  }
  for (const key of keys) {
    const part = parseRecordKey(key)?.part
    switch (part?.kind) {
      case undefined:
        break
      case 'base':
        return written
      case 'at':
        for (const name of ['x', 'y', 'rotation', 'parentId']) take(name)
        break
      case 'text':
        takeIn('props', 'richText')
        break
      case 'ink':
        takeIn('props', 'segments')
        break
      case 'props':
      case 'meta':
        takeIn(part.kind, part.name)
        break
      case 'field':
        take(part.name)
        break
    }
  }
  return isSame(merged, current) ? current : (merged as BoardRecord)
}

function assign(target: Record<string, unknown>, name: string, value: unknown): void {
  if (value === undefined) delete target[name]
  else target[name] = value
}

function asObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}
