/** One committed update of a board, as it came from the wire. */
export type LoggedUpdate = {
  readonly boardId: string
  readonly bytes: Uint8Array
  /** Null for the server's own writes. */
  readonly participantId: string | null
  readonly atMs: number
  /** True when the update changes what people see; a board's "changed at, by" follows it. */
  readonly isEdit: boolean
}

/** Something stored that is not what was stored: its checksum fails, or it cannot be read. */
export type Damage =
  | { readonly kind: 'update'; readonly number: number }
  | { readonly kind: 'snapshot'; readonly coversUpTo: number }

export type LoadedBoard = {
  /** The newest snapshot that passed its checksum, as one Yjs v2 update. */
  readonly snapshot: { readonly coversUpTo: number; readonly bytes: Uint8Array } | undefined
  /** Updates after the snapshot, in order, those that passed their checksum. */
  readonly updates: readonly { readonly number: number; readonly bytes: Uint8Array }[]
  /** What was passed over. Empty on every good day. */
  readonly damaged: readonly Damage[]
  /** Number of the last row. */
  readonly lastNumber: number
}

export type Compaction = {
  /** What the new snapshot takes in the store. */
  readonly snapshotBytes: number
  readonly tookMs: number
  /** Damaged parts, set aside for whoever looks into it: they are never deleted. */
  readonly setAside: number
}

/** Keeps the updates of boards. A promise that resolves means: on the disk, and there after `kill -9` or power loss. */
export interface BoardLog {
  /** All boards' updates that wait are committed together. Resolves with the number of the last row. */
  append(updates: readonly LoggedUpdate[]): Promise<number>
  /** @param olderThan - pass over snapshots that cover as much as this one or more: they could not be read. */
  load(boardId: string, olderThan?: number): Promise<LoadedBoard>
  /** Number of the board's last row, without reading any; 0 for a board that has none. */
  lastNumber(boardId: string): Promise<number>
  /**
   * Turns the rows there are into a snapshot that was read back and compared. Keeps the sound snapshot before it, and
   * the rows since that one, so that a bad snapshot costs nothing. Blocks neither this thread nor a writer.
   *
   * @returns undefined when there was nothing to do.
   */
  compact(boardId: string): Promise<Compaction | undefined>
}
