import type { NewCheckpoint } from '../checkpoint/checkpoint.ts'

/** One committed update of a board, as it came from the wire. */
export type LoggedUpdate = {
  readonly boardId: string
  /** The board's epoch when it was accepted; one of an epoch that is over is never loaded. */
  readonly epoch: number
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
  /** Who had a part in the epoch before this one is not known any more. */
  | { readonly kind: 'epoch'; readonly epoch: number }

/** What people of the epoch before are told: which state the board has gone back to, and by whom. */
export type Restoration = {
  /** Of the checkpoint; null for one without a title. */
  readonly title: string | null
  /** The moment that was restored. */
  readonly copiedAtMs: number
  /** Null when the operator brought a backup back. */
  readonly byName: string | null
}

export type LoadedBoard = {
  /** 1 until something is restored. All else in here is of this epoch. */
  readonly epoch: number
  /** The newest snapshot that passed its checksum, as one Yjs v2 update. */
  readonly snapshot: { readonly coversUpTo: number; readonly bytes: Uint8Array } | undefined
  /** Updates after the snapshot, in order, those that passed their checksum. */
  readonly updates: readonly { readonly number: number; readonly bytes: Uint8Array }[]
  /** What was passed over. Empty on every good day. */
  readonly damaged: readonly Damage[]
  /** Number of the last row. */
  readonly lastNumber: number
  /** State vectors of the epochs before: who shows one of these client ids holds what was undone. */
  readonly retired: readonly Uint8Array[]
  /** How this epoch began; undefined for the first. */
  readonly restoration: Restoration | undefined
}

/** The end of an epoch and the beginning of the next. */
export type NewEpoch = {
  readonly boardId: string
  /** One more than the board's epoch until now. */
  readonly epoch: number
  /** The document that it begins with. */
  readonly state: Uint8Array
  /** State vector of the epoch that ends. */
  readonly retired: Uint8Array
  readonly restoration: Restoration
  /** Kept in the same commit: what the board was until now. */
  readonly before: NewCheckpoint | undefined
  /** Who restored; null when the operator brought a backup back. */
  readonly participantId: string | null
  readonly atMs: number
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
  /** The document that the board's epoch began with, for when not all of it can be read; undefined without one. */
  loadBeginning(boardId: string): Promise<Uint8Array | undefined>
  /** Number of the board's last row, without reading any; 0 for a board that has none. */
  lastNumber(boardId: string): Promise<number>
  /**
   * Turns the rows there are into a snapshot that was read back and compared. Keeps the sound snapshot before it, and
   * the rows since that one, so that a bad snapshot costs nothing. Blocks neither this thread nor a writer.
   *
   * @returns undefined when there was nothing to do.
   */
  compact(boardId: string): Promise<Compaction | undefined>
  /** All or nothing. Rejects when the board is in that epoch already. */
  beginEpoch(next: NewEpoch): Promise<void>
}
