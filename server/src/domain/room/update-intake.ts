import * as Y from 'yjs'
import { ProtocolError } from '#shared/errors.ts'
import { maxDocumentBytes, maxUncommittedBytes } from '#shared/limits.ts'
import type { CloseKind } from '#shared/protocol/close-codes.ts'
import { encodeSync } from '#shared/protocol/frames.ts'
import type { Notice } from '#shared/protocol/messages.ts'
import type { BoardMember } from '../board/board-member.ts'
import type { GoneShape, Reveal } from './board-log.ts'
import type { ClientIds } from './client-ids.ts'
import type { RoomClock } from './clock.ts'
import type { CommitQueue } from './commit-queue.ts'
import type { Connection } from './connection.ts'
import type { FanOut } from './fan-out.ts'
import type { LoadedDocument } from './load-board.ts'
import { PartedCopy } from './parted-copy.ts'
import type { Accepted, RoomDocument } from './room-document.ts'
import type { RoomLogger } from './room-ports.ts'

/** @param gone - what it takes off the board */
type MadeByServer = { readonly updates: readonly Uint8Array[]; readonly gone?: readonly GoneShape[] }

/** The way of an update through a board: role and limits, apply and check, commit, then acknowledge and broadcast. */
export interface UpdateIntake {
  /**
   * @param isAnswer - it is what she has that the board has not, as the server asked for it
   * @throws {ProtocolError} for bytes that are no update, or whatever made taking it fail: the document is then not sound.
   */
  take(connection: Connection, update: Uint8Array, isAnswer: boolean): void
  /** Stores and tells what the server has written for somebody, or for nobody. Resolves when it is durable. */
  write(made: MadeByServer, byId: string | null, reveal?: Reveal): Promise<void>
  /** Stores what stands in for unreadable rows, and the records that every board has, where they are missing. */
  writeMissing(): void
}

export function createUpdateIntake(ports: {
  readonly boardId: string
  readonly clock: RoomClock
  readonly logger: RoomLogger
  readonly clientIds: ClientIds
  readonly queue: CommitQueue
  readonly document: RoomDocument
  readonly fanOut: FanOut
  readonly loaded: Pick<LoadedDocument, 'epoch' | 'storedBytes' | 'standIn' | 'isRecovered'>
  /** For everybody to see, but for its writer when it is as she wrote it. */
  readonly onDurable: (update: Uint8Array, writer?: Connection) => void
  /** Who is stored as the writer of what somebody sent. */
  readonly writerOf: (member: BoardMember) => string | null
  /** False for a layer: whose it is is kept in one place only. */
  readonly keepsMakers: boolean
  readonly notify: (connection: Connection, notice: Notice) => void
  readonly close: (connection: Connection, kind: CloseKind) => void
}): UpdateIntake {
  const { boardId, clock, logger, clientIds, queue, document, fanOut, notify, close } = ports
  const { epoch, standIn, isRecovered } = ports.loaded
  let documentBytes = ports.loaded.storedBytes

  /** An estimate that only grows is kept, and replaced by the real size when it reaches the limit. */
  const fitsDocument = (moreBytes: number): boolean => {
    if (documentBytes + moreBytes <= maxDocumentBytes) return true
    documentBytes = document.encode().byteLength
    return documentBytes + moreBytes <= maxDocumentBytes
  }

  /** Of a board that has lost something each line may bring back once what its person holds of it, whoever wrote that. */
  const isReturn = (connection: Connection, isAnswer: boolean): boolean => {
    const isFirst = isAnswer && !connection.hasAnswered
    connection.hasAnswered ||= isAnswer
    return isFirst && isRecovered
  }

  const accept = (connection: Connection, update: Uint8Array, isReturning: boolean): Accepted | undefined => {
    const { participantId, role } = connection.member
    const isOthers = (clientId: number) => !isReturning && clientIds.isOthers(clientId, participantId)
    try {
      return document.accept(update, { participantId, role, isReturning }, isOthers)
    } catch (cause) {
      if (cause instanceof PartedCopy) {
        logger.warn({ boardId, participantId }, 'The copy of a board that somebody holds contradicts the board.')
        close(connection, 'freshDocumentNeeded')
        return undefined
      }
      // A fault of ours; but who came back would send it again, and fail the board for everybody once more.
      if (!(cause instanceof ProtocolError)) close(connection, 'unreadable')
      throw cause
    }
  }

  const commit = (
    { stored, isEdit, gone }: Pick<Accepted, 'stored' | 'isEdit' | 'gone'>,
    by: string | null,
    whenDurable: () => void,
    reveal?: Reveal,
  ) => {
    const logged = stored.map(({ bytes, isByServer }, i) => ({
      boardId,
      epoch,
      bytes,
      participantId: isByServer ? null : by,
      atMs: clock.nowMs(),
      isEdit: isEdit && !isByServer,
      ...(i === 0 && ports.keepsMakers && gone.length > 0 && { gone }),
    }))
    queue.add(logged, whenDurable, reveal)
  }

  return {
    take(connection, update, isAnswer) {
      connection.received += 1
      const isReturning = isReturn(connection, isAnswer)
      const number = connection.received
      const whenDurable = () => {
        connection.saved = number
        fanOut.saved(connection)
      }
      if (connection.member.role === 'viewer') {
        if (!document.hasAllOf(update)) notify(connection, { code: 'read_only' })
        queue.afterCommit(whenDurable)
        return
      }
      if (queue.waitingBytes > maxUncommittedBytes) {
        connection.peer.close('goingAway')
        return
      }
      if (!fitsDocument(update.byteLength)) {
        notify(connection, { code: 'limit', limit: 'maxDocumentBytes' })
        connection.peer.close('tooLarge')
        return
      }
      const accepted = accept(connection, update, isReturning)
      if (!accepted) return
      for (const notice of accepted.notices) notify(connection, notice)
      if (accepted.stored.length === 0) {
        queue.afterCommit(whenDurable)
        return
      }
      documentBytes += update.byteLength
      commit(accepted, ports.writerOf(connection.member), () => {
        if (accepted.seen) ports.onDurable(accepted.seen, accepted.seen === update ? connection : undefined)
        whenDurable()
      })
      if (accepted.isIncomplete) {
        logger.warn(
          { boardId, participantId: connection.member.participantId },
          'An update waits for one that has not come. Its sender is asked.',
        )
        fanOut.send(connection, encodeSync('step1', Y.encodeStateVector(document.doc)))
      }
    },
    write({ updates, gone = [] }, byId, reveal) {
      if (updates.length === 0) return Promise.resolve()
      const stored = updates.map((bytes) => ({ bytes, isByServer: false }))
      return new Promise((resolve) => {
        const tell = () => {
          for (const update of updates) ports.onDurable(update)
          resolve()
        }
        commit({ stored, isEdit: true, gone }, byId, tell, reveal)
      })
    },
    writeMissing() {
      const unmade = { isEdit: false, gone: [] }
      if (standIn) commit({ stored: [{ bytes: standIn, isByServer: true }], ...unmade }, null, () => undefined)
      const roots = document.ensureRoots()
      if (roots.length === 0) return
      commit({ stored: roots.map((bytes) => ({ bytes, isByServer: true })), ...unmade }, null, () => {
        for (const root of roots) ports.onDurable(root)
      })
    },
  }
}
