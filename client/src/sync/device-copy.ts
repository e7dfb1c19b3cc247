import type { Doc } from 'yjs'
import type { UnsavedChanges } from './unsaved-changes.ts'

/** What this device keeps of a board: see docs/decisions/0012. The line loads it before it connects. */
export interface DeviceCopy {
  /**
   * Fills the document, with itself as the origin of what it applies, and follows it from then on. Never rejects: a device that keeps nothing is no reason to show nothing.
   *
   * @returns true when the board is all there, as of the last visit: it can be shown and written on without a line.
   */
  load(doc: Doc): Promise<boolean>
  /** Counts what the server has not saved, across visits. */
  readonly unsaved: UnsavedChanges
  /** The line is closed: nothing of the document may be touched any more. */
  close(): void
}
