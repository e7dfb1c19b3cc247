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

export type LoadedBoard = {
  /** The newest snapshot that passed its checksum. */
  readonly snapshot: Uint8Array | undefined
  /** Updates after the snapshot, in order, those that passed their checksum. */
  readonly updates: readonly Uint8Array[]
  /** Rows that failed their checksum and were passed over. 0 on every good day. */
  readonly damaged: number
  /** Number of the last row; a snapshot made now covers up to it. */
  readonly lastNumber: number
}

/** Keeps the updates of boards. A promise that resolves means: on the disk, and there after `kill -9` or power loss. */
export interface BoardLog {
  /** All boards' updates that wait are committed together. Resolves with the number of the last row. */
  append(updates: readonly LoggedUpdate[]): Promise<number>
  load(boardId: string): Promise<LoadedBoard>
  /** Number of the board's last row, without reading any; 0 for a board that has none. */
  lastNumber(boardId: string): Promise<number>
  /** Keeps the snapshot before this one, and the rows since that one, so that a bad snapshot costs nothing. */
  saveSnapshot(boardId: string, state: Uint8Array, coversUpTo: number): Promise<void>
}
