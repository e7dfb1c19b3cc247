import type { ErrorCode } from '#shared/errors.ts'
import type { SessionCommand } from '#shared/session/commands.ts'
import type { Commander } from '#shared/session/session.ts'
import type { SessionView } from '#shared/session/view.ts'
import type { Readable } from '../../sync/readable.ts'

/** What became of a command. `stale`: somebody else was quicker, and `session` shows what is now. */
export type Outcome =
  | { readonly status: 'done' }
  | { readonly status: 'stale' }
  | { readonly status: 'refused'; readonly code: ErrorCode | 'network' | 'unreadable' }

/**
 * What was said is tried again with the same key where the line fails (`waiting`), and where the server answers that it
 * takes nothing now (`busy`).
 */
export type Sending = 'idle' | 'sending' | 'waiting' | 'busy'

/** Where the screens of a session read it, and where they say what a person does. On the board, or in a rehearsal. */
export interface SessionDesk {
  /** As it will be once everything that was said here has arrived. Undefined where the board has none. */
  readonly session: Readable<SessionView | undefined>
  readonly sending: Readable<Sending>
  /** Who speaks; undefined until the server has said. */
  readonly self: Readable<Commander | undefined>
  /** The server's time. */
  nowMs(): number
  send(command: SessionCommand): Promise<Outcome>
}
