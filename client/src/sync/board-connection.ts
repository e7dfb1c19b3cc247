import type { Awareness } from 'y-protocols/awareness'
import type { Doc } from 'yjs'
import type { CloseKind } from '#shared/protocol/close-codes.ts'
import type { CursorPoint } from '#shared/protocol/cursors.ts'
import type { Notice, Person, Role } from '#shared/protocol/messages.ts'
import type { Reaction, ReactionCounts } from '#shared/protocol/reactions.ts'
import type { SessionView } from '#shared/session/view.ts'
import type { VotesNews } from '#shared/session/votes/round.ts'
import type { Readable } from './readable.ts'

export type ConnectionStatus =
  | { readonly status: 'connecting' }
  /** Connected and the first sync is done. */
  | { readonly status: 'online' }
  /** Trying again by itself; `retryAtMs` is when. `isBlocked`: the server answers, and its lines come to nothing. */
  | { readonly status: 'offline'; readonly retryAtMs: number | null; readonly isBlocked?: true }
  /** Final: the server said why, and trying again is of no use. */
  | {
      readonly status: 'closed'
      readonly kind: CloseKind | 'board_not_found' | 'not_signed_in' | 'not_a_member' | 'door_locked'
    }

/** `unsaved` counts records that were changed here, in this visit or an earlier one, and are not durable yet. */
export type SavingStatus =
  | { readonly status: 'saved' }
  | { readonly status: 'saving'; readonly unsaved: number }
  | { readonly status: 'offline'; readonly unsaved: number }
  /** The server is there but its store takes no writes. */
  | { readonly status: 'not-saved'; readonly unsaved: number }

/** A board on its way, compressed. */
export type Loading = { readonly receivedBytes: number; readonly totalBytes: number }

/** How long words take to the server and back; undefined before it is known. */
export type LineState = {
  readonly roundTripMs: number | undefined
  /** Silent: connected, and nothing has come back for some seconds. */
  readonly quality: 'good' | 'slow' | 'silent'
}

/** One person's line to one board. No React in here; the canvas and the board's bar both read it. */
export interface BoardConnection {
  readonly boardId: string
  /** False where nothing of it stays on the device, not even where one looked. */
  readonly keepsPlace: boolean
  readonly doc: Doc
  readonly awareness: Awareness
  readonly connection: Readable<ConnectionStatus>
  readonly saving: Readable<SavingStatus>
  /** Records that were changed here and come into the document in a moment: until then they are unsaved, too. */
  tellWaiting(recordIds: readonly string[]): void
  /** True once this device's copy or the first complete sync is there, also while offline later. Nothing may be written before. */
  readonly isLoaded: Readable<boolean>
  /** Set while a board, or a large difference, comes in pieces. */
  readonly loading: Readable<Loading | undefined>
  readonly line: Readable<LineState>
  readonly people: Readable<readonly Person[]>
  /** Undefined until the server has said. */
  readonly self: Readable<{ readonly participantId: string; readonly role: Role } | undefined>
  /** The board's session as this person may see it; undefined where there is none. */
  readonly session: Readable<SessionView | undefined>
  /** The board's votes as this person may see them; undefined where nobody has voted lately. */
  readonly votes: Readable<VotesNews | undefined>
  /** How many notes people have written alone and not revealed, by the key of their zone; undefined before the server has said. */
  readonly alone: Readable<Readonly<Record<string, number>> | undefined>
  /** The server's time, whatever this device's clock says; it never goes back. The device's own before the server has said. */
  serverNowMs(): number
  /** Sends one's pointer; call it as often as it moves, it is thinned here. */
  publishCursor(point: CursorPoint): void
  onCursors(listener: (cursors: readonly { clientId: number; point: CursorPoint }[]) => void): () => void
  /** Shows the others what one says without a word. @returns false where nobody would see it. */
  react(reaction: Reaction): boolean
  /** What the others show, all of them together. */
  onReactions(listener: (counts: ReactionCounts) => void): () => void
  /** While data is saved, no pointers and no reactions come or go. Kept for this connection alone. */
  readonly savesData: Readable<boolean>
  saveData(on: boolean): void
  onNotice(listener: (notice: Notice) => void): () => void
  /** Tries at once instead of waiting for the next attempt. */
  reconnect(): void
  close(): void
}
