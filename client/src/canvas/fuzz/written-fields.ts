import type * as Y from 'yjs'
import type { BoardRecord, BoardRecords } from '#shared/board/board-records.ts'
import { isSame } from '#shared/board/board-records.ts'

const place = ['x', 'y', 'rotation', 'parentId'] as const

/** What a document says, part by part, as people write it: `at` is one part, each prop is one. */
export function readParts(records: BoardRecords): Map<string, unknown> {
  const parts = new Map<string, unknown>()
  for (const record of records.readAll()) for (const [part, value] of partsOf(record)) parts.set(part, value)
  return parts
}

function partsOf(record: BoardRecord): [string, unknown][] {
  const { id, props = {}, meta = {}, ...rest } = record
  const fields = Object.entries(rest).filter(([name]) => !place.some((field) => field === name))
  return [
    [`${id}/at`, place.map((name) => record[name])],
    ...fields.map(([name, value]): [string, unknown] => [`${id}/${name}`, value]),
    ...Object.entries(props).map(([name, value]): [string, unknown] => [`${id}/props.${name}`, value]),
    ...Object.entries(meta).map(([name, value]): [string, unknown] => [`${id}/meta.${name}`, value]),
  ]
}

export function differingParts(before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((part) => !isSame(before.get(part), after.get(part)))
}

/** Notes which parts somebody writes, from her document's own transactions. */
export function watchWrites(doc: Y.Doc, records: BoardRecords): { take(): Set<string> } {
  let before = readParts(records)
  let written = new Set<string>()
  doc.on('beforeTransaction', (transaction: Y.Transaction) => {
    if (transaction.local) before = readParts(records)
  })
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    if (transaction.local) for (const part of differingParts(before, readParts(records))) written.add(part)
  })
  return {
    take() {
      const taken = written
      written = new Set()
      return taken
    },
  }
}
