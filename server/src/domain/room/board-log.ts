import type { NewCheckpoint } from '../checkpoint/checkpoint.ts'

/** A shape that was taken off a board, and whose it is if it comes back. */
export type GoneShape = { readonly recordId: string; readonly makerId: string }

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
  /** What it takes off the board. Nobody's, where nobody shall know whose it was. */
  readonly gone?: readonly GoneShape[]
}

/** Something stored that is not what was stored: its checksum fails, or it cannot be read. */
export type Damage =
  | { readonly kind: 'update'; readonly number: number }
  | { readonly kind: 'snapshot'; readonly coversUpTo: number }
  /** The log went up to this number, and what is left of it does not. */
  | { readonly kind: 'missing'; readonly upTo: number }
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
  /** Number of the last row that is there; 0 where there is none. */
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

/** The end of what was in a layer of somebody's own: it went to the board in the same commit. */
export type LayerEnd = Pick<NewEpoch, 'boardId' | 'epoch' | 'state' | 'retired' | 'atMs'> & {
  /** Nothing stays in it of which its author was told that nobody will know whose it is. */
  readonly isNamedAgain: boolean
}

/** How an epoch begins that a reveal has made. Nobody is told a title or a name. */
export function layerEnded(atMs: number): Restoration {
  return { title: null, copiedAtMs: atMs, byName: null }
}

/** What goes to the log with updates of a board, in one commit. */
export type Reveal = {
  readonly boardId: string
  readonly layers: readonly LayerEnd[]
  /** Pictures of the board of which nobody shall know any more who uploaded them, and when. */
  readonly forgottenUploads: readonly string[]
}

/** What is committed together for a board. */
export type Gathered = { readonly updates: readonly LoggedUpdate[]; readonly reveals?: readonly Reveal[] }

export type Compaction = {
  /** What the new snapshot takes before it is compressed. */
  readonly contentBytes: number
  readonly tookMs: number
  /** Damaged parts, set aside for whoever looks into it: they are never deleted. */
  readonly setAside: number
}

/** Keeps the updates of boards. A promise that resolves means: on the disk, and there after `kill -9` or power loss. */
export interface BoardLog {
  /**
   * All boards' updates that wait are committed together. Resolves with the number of the last row.
   *
   * @param reveals - where the updates bring what was in layers: those go on in their next epochs, and of what was in them
   *   until then nothing is kept, not even what was damaged.
   */
  append(updates: readonly LoggedUpdate[], reveals?: readonly Reveal[]): Promise<number>
  /**
   * `append` of what there is when the commit begins: whatever comes until then need not wait for the next one.
   *
   * @param gather - called once, unless nothing can be written any more
   */
  appendGathered(gather: () => Gathered): Promise<number>
  /** @param olderThan - pass over snapshots that cover as much as this one or more: they could not be read. */
  load(boardId: string, olderThan?: number): Promise<LoadedBoard>
  /** The shapes that were taken off the board last in its epoch; at most `maxGoneShapes`, once there was a snapshot. */
  goneShapes(boardId: string): Promise<readonly GoneShape[]>
  /** The document that the board's epoch began with, for when not all of it can be read; undefined without one. */
  loadBeginning(boardId: string): Promise<Uint8Array | undefined>
  /** Number of the board's last row, without reading any; 0 for a board that has none. */
  lastNumber(boardId: string): Promise<number>
  /**
   * Turns the rows there are into a snapshot that was read back and compared. Keeps the sound snapshot before it, and
   * the rows since that one, so that a bad snapshot costs nothing. Blocks neither this thread nor a writer.
   *
   * @param isForLong - for a board that is left alone: the snapshot is kept twice, and of the rows only the last one,
   * since those of a busy time can be many times what is on the board
   * @returns undefined when there was nothing to do.
   */
  compact(boardId: string, isForLong?: boolean): Promise<Compaction | undefined>
  /**
   * After this, nothing that was deleted before can be read from the store's files.
   *
   * @returns false when it could not be made sure now: try again.
   */
  wipe(): Promise<boolean>
  /** All or nothing. Rejects when the board is in that epoch already. */
  beginEpoch(next: NewEpoch): Promise<void>
}
