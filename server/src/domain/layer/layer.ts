/** What one person writes alone on one board: a document of its own, which nobody else is served. */
export type Layer = {
  /** Of its log. Random, so that the log names neither board nor person. */
  readonly id: string
  readonly boardId: string
  readonly participantId: string
  /** Its author was told that nobody will know; true until the last note of it is revealed. */
  readonly isAnonymous: boolean
}
