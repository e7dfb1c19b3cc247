/** What was removed of one person's, as it was, so that it can be put back. */
export type Removal = {
  readonly id: string
  readonly boardId: string
  readonly participantId: string
  /** The participant or account who removed it. */
  readonly removedBy: string
  readonly removedAtMs: number
  /** The records, packed. */
  readonly contents: Uint8Array
}

/** Keeps what was removed of a person. */
export interface RemovalStore {
  /** Older ones of the board make way. */
  save(removal: Removal): Promise<void>
  /** Undefined where there is none, or where it is not what was written any more. */
  readContents(boardId: string, id: string): Promise<Uint8Array | undefined>
}
