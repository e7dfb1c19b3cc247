import type { RecordsDiff, TLRecord } from 'tldraw'
import type { BoardRecord, BoardRecords } from '#shared/board/board-records.ts'
import { isBoardRecord } from '#shared/board/record-schema.ts'

/**
 * Writes one frame of this person's changes into the document, field by field; the caller opens the transaction.
 *
 * @param mergingShapeId - The shape whose text is being typed here: its words go through the merging text itself.
 */
export function writeChanges(
  records: BoardRecords,
  changes: RecordsDiff<TLRecord>,
  mergingShapeId: string | undefined,
): void {
  for (const record of Object.values(changes.added)) {
    if (isBoardRecord(record)) records.put(record)
  }
  for (const [from, to] of Object.values(changes.updated)) {
    // What somebody else deleted in the meantime stays deleted: an overlay without a base would only be waste.
    if (!isBoardRecord(from) || !isBoardRecord(to) || !records.has(to.id)) continue
    records.change(from, to.id === mergingShapeId ? withRichTextOf(from, to) : to)
  }
  for (const record of Object.values(changes.removed)) {
    if (isBoardRecord(record)) records.remove(record.id)
  }
}

export function isEmptyDiff({ added, updated, removed }: RecordsDiff<TLRecord>): boolean {
  return [added, updated, removed].every((part) => Object.keys(part).length === 0)
}

function withRichTextOf(from: BoardRecord, to: BoardRecord): BoardRecord {
  if (from.props?.richText === to.props?.richText) return to
  return { ...to, props: { ...to.props, richText: from.props?.richText } }
}
