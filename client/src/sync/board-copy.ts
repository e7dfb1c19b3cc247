import type { Doc } from 'yjs'
import type { RecordParts } from '#shared/board/record-parts.ts'
import type { Notice } from '#shared/protocol/messages.ts'

/** What a line needs of the copy of its board that a device keeps. */
export interface BoardCopy {
  /** With what is kept in it. */
  readonly doc: Doc
  /** The board was here before: it can be shown before the line stands. */
  readonly isWhole: boolean
  /** Records that were changed here, in this tab or one before it, and that the server has not saved. */
  readonly unsavedIds: readonly string[]
  /** Whether something waits here: before it is sent, it must be known for whom the line speaks. */
  hasUnsaved(): boolean
  /**
   * The server has said for whom this line speaks.
   *
   * @returns false when what waits here is somebody else's: nothing of it may be sent, and this line is of no use.
   */
  speaksFor(participantId: string): boolean
  /** Called after the document's own event, for changes made here. */
  changedHere(parts: RecordParts): void
  /** The server has saved all changes to these records. */
  saved(recordIds: readonly string[]): void
  /** Called before anybody else is told of it. */
  noticed(notice: Notice): void
}
