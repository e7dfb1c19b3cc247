/** A lasting whiteboard, without what is on it. */
export type Board = {
  readonly id: string
  readonly pilotId: string
  readonly title: string
  /** Id and version of the template it began from; null for an empty board. */
  readonly template: string | null
  readonly templateVersion: number | null
  readonly createdAtMs: number
  /** When somebody last changed what is on it, or its creation. */
  readonly changedAtMs: number
  /** The participant or account who did. */
  readonly changedBy: string | null
  readonly archivedAtMs: number | null
  readonly deletedAtMs: number | null
  readonly isDoorLocked: boolean
}

/** A board as lists show it: with names from beside it. */
export type BoardSummary = Board & {
  readonly pilotTitle: string
  readonly changedByName: string | null
  /** The template of the organisation that it was last saved as. */
  readonly savedAs: string | null
}
