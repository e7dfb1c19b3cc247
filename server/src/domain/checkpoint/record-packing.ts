import type { BoardRecord } from '#shared/board/board-records.ts'

/** The form in which records are stored in a checkpoint. Large boards are packed beside the thread that edits go through. */
export interface RecordPacking {
  pack(records: readonly BoardRecord[]): Promise<Uint8Array>
  /** Undefined for what was not packed by `pack`. */
  unpack(contents: Uint8Array): Promise<readonly BoardRecord[] | undefined>
}
