import type { SessionCommand } from '#shared/session/commands.ts'
import type { Commander, Session } from '#shared/session/session.ts'
import type { SeatedTable } from '#shared/session/tables/table-plan.ts'

/** What somebody said, for the record; the key tells it from every other command of hers. */
export type SaidCommand = {
  readonly key: string
  readonly by: Commander
  readonly atMs: number
  readonly command: SessionCommand
}

/** Somebody who was on the board while a step ran. */
export type StepGuest = {
  readonly participantId: string
  readonly name: string
  readonly country: string | null
  readonly organisation: string | null
  readonly standsFor: number
}

/** One stay in a step, once it is over. */
export type StepRecord = {
  readonly sessionId: string
  readonly stepId: string
  /** As it was then, by language. */
  readonly title: Readonly<Record<string, string>>
  readonly enteredAtMs: number
  readonly leftAtMs: number
  readonly people: readonly StepGuest[]
  /** Null where the board could not be kept, as the checkpoint. */
  readonly notesByZone: Readonly<Record<string, number>> | null
  readonly checkpointId: string | null
  /** Who sat where; null where nobody had a seat. */
  readonly tables: readonly SeatedTable[] | null
  /** `due`: the board is yet to be kept. `late`: it was kept after a restart, as it was then. */
  readonly keeping: 'due' | 'kept' | 'late'
}

export type PastSession = {
  readonly id: string
  readonly title: string
  readonly startedAtMs: number
  readonly endedAtMs: number
}

/** Keeps sessions. Each method is one atomic step. */
export interface SessionStore {
  /** @throws {DomainError} `session_exists`, `board_not_found` */
  create(session: Session, atMs: number): Promise<void>
  /** The board's session that is not over. @throws {DomainError} `session_damaged` */
  current(boardId: string): Promise<Session | undefined>
  /** @throws {DomainError} `session_damaged` */
  find(boardId: string, id: string): Promise<Session | undefined>
  /** Those that are over, the last one first. */
  listOver(boardId: string): Promise<readonly PastSession[]>
  hasCommand(sessionId: string, participantId: string, key: string): Promise<boolean>
  /**
   * Keeps what a session has become and what made it so, where it still is what it was; either may be missing.
   *
   * @param left - of the step that is left by it
   * @returns false when it is not: nothing was written.
   */
  save(before: Session, after: Session, said: SaidCommand | undefined, left?: StepRecord): Promise<boolean>
  /** In the place of the one that is due. */
  keepStepRecord(record: StepRecord): Promise<void>
  /** In the order in which people came to the steps. */
  stepRecords(sessionId: string): Promise<readonly StepRecord[]>
  /** Of all boards. */
  listDue(): Promise<readonly { readonly boardId: string; readonly record: StepRecord }[]>
  /** Who was on the board while the session ran; the same person again is as she is now. */
  addGuests(sessionId: string, guests: readonly StepGuest[]): Promise<void>
  /** In the order in which they were first seen. */
  guests(sessionId: string): Promise<readonly StepGuest[]>
}
