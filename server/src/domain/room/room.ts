import * as Y from 'yjs'
import type { BoardRecord } from '#shared/board/board-records.ts'
import { ProtocolError } from '#shared/errors.ts'
import { maxAwarenessBytes, maxDocumentBytes, maxUncommittedBytes } from '#shared/limits.ts'
import type { CloseKind } from '#shared/protocol/close-codes.ts'
import { type ClientFrame, decodeClientFrame, encodeAwareness, encodeSync } from '#shared/protocol/frames.ts'
import { MessageType } from '#shared/protocol/message-types.ts'
import { encodeJsonMessage, type Notice } from '#shared/protocol/messages.ts'
import type { BoardMember } from '../board/board-member.ts'
import type { LoggedUpdate } from './board-log.ts'
import { createCommitQueue } from './commit-queue.ts'
import { encodeVerifiedSnapshot, isWorthSnapshot } from './compaction.ts'
import { type Connection, createConnection, type Peer } from './connection.ts'
import { createFanOut, holdUpdatesAboveBytes } from './fan-out.ts'
import { type LoadedDocument, loadBoard, readBoardRecords } from './load-board.ts'
import { createPresence } from './presence.ts'
import { createRoomDocument } from './room-document.ts'
import type { RoomPorts } from './room-ports.ts'
import { createSessionTeller } from './session-teller.ts'
import { decodeStateVector } from './update-content.ts'

/** One person's line into a room. */
export interface RoomConnection {
  /** Takes one frame, in the order of arrival. Closes the connection by itself when it is none. */
  receive(frame: Uint8Array): void
  /** The line is gone. */
  leave(): void
}

/** The live copy of one board and its connections. */
export interface Room {
  readonly boardId: string
  readonly peopleHere: number
  /** Number of the last committed row. */
  readonly lastNumber: number
  join(member: BoardMember, peer: Peer, options: { readonly isExtended: boolean }): RoomConnection
  /** Committed records only. */
  readRecords(): Promise<readonly BoardRecord[]>
  disconnect(kind: CloseKind, isAffected: (member: BoardMember) => boolean): void
  /** Takes no more frames, commits what came, says goodbye and closes. */
  drain(): Promise<void>
}

const tendEveryMs = 1_000
const quietBeforeSnapshotMs = 2_000

/** @param onEmpty - everybody has left, all is committed, and nobody came back: forget the room. */
export function createRoom(boardId: string, loaded: LoadedDocument, ports: RoomPorts, onEmpty: () => void): Room {
  const { clock, logger, log } = ports
  const connections = new Set<Connection>()
  const document = createRoomDocument(loaded.doc, (source) => ports.isStoredFile(boardId, source))
  const presence = createPresence()
  const sinceSnapshot = { rows: loaded.rows, bytes: loaded.rowBytes }
  let documentBytes = loaded.storedBytes
  let isDraining = false
  let isClosed = false
  let lastChangeAtMs = clock.nowMs()
  let isSnapshotting = false
  let hasSnapshotFailed = false
  let stopTending: (() => void) | undefined
  let stopUnloading: (() => void) | undefined
  /** What the store holds, read when it stopped taking writes: people who come then still see the board. */
  let committedView: Promise<LoadedDocument> | undefined

  const queue = createCommitQueue({
    boardId,
    log,
    clock,
    logger,
    lastNumber: loaded.lastNumber,
    onCommitted(rows, bytes) {
      sinceSnapshot.rows += rows
      sinceSnapshot.bytes += bytes
      unloadWhenEmpty()
    },
    onWritableChange() {
      committedView?.then((view) => view.doc.destroy()).catch(() => undefined)
      committedView = undefined
      for (const connection of connections) fanOut.saved(connection)
    },
  })
  const fanOut = createFanOut({
    connections,
    clock,
    isStoreWritable: () => queue.isWritable,
    stateVector: () => Y.decodeStateVector(Y.encodeStateVector(document.doc)),
    allAwareness: presence.states,
    answer,
  })
  const session = createSessionTeller({ connections, clock, presence, send: fanOut.send })

  const store = (updates: readonly { bytes: Uint8Array; isByServer: boolean }[], isEdit: boolean, by: string | null) =>
    updates.map(
      ({ bytes, isByServer }): LoggedUpdate => ({
        boardId,
        bytes,
        participantId: isByServer ? null : by,
        atMs: clock.nowMs(),
        isEdit: isEdit && !isByServer,
      }),
    )

  const notify = (connection: Connection, notice: Notice) => {
    if (connection.isExtended) fanOut.send(connection, encodeJsonMessage(MessageType.notice, notice))
  }

  function answer(connection: Connection, stateVector: Uint8Array): void {
    if (!queue.isWritable) {
      answerFromStore(connection, stateVector)
      return
    }
    // Encoded now and sent once everything in it is durable.
    const frame = encodeSync('step2', document.encode(stateVector))
    queue.afterCommit(() => {
      if (connections.has(connection)) fanOut.send(connection, frame)
    })
  }

  function answerFromStore(connection: Connection, stateVector: Uint8Array): void {
    readCommitted().then(
      ({ doc }) => {
        if (connections.has(connection)) {
          fanOut.send(connection, encodeSync('step2', Y.encodeStateAsUpdate(doc, stateVector)))
        }
      },
      (cause: unknown) => {
        logger.error({ boardId, err: cause }, 'A board could not be read back from the store.')
        connection.peer.close('cannotOpen')
      },
    )
  }

  const readCommitted = () => {
    committedView ??= loadBoard(boardId, log, logger)
    return committedView
  }

  const onStep1 = (connection: Connection, stateVector: Uint8Array) => {
    decodeStateVector(stateVector)
    if (connection.peer.bufferedBytes > holdUpdatesAboveBytes) connection.unanswered = stateVector
    else answer(connection, stateVector)
  }

  const onUpdate = (connection: Connection, update: Uint8Array) => {
    connection.received += 1
    const number = connection.received
    const whenDurable = () => {
      connection.saved = number
      fanOut.saved(connection)
    }
    const { role, participantId } = connection.member
    if (role === 'viewer') {
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
    const accepted = document.accept(update, { participantId, role })
    for (const notice of accepted.notices) notify(connection, notice)
    if (accepted.stored.length === 0) {
      queue.afterCommit(whenDurable)
      return
    }
    lastChangeAtMs = clock.nowMs()
    documentBytes += update.byteLength
    queue.add(store(accepted.stored, accepted.isEdit, participantId), () => {
      if (accepted.seen) fanOut.update(accepted.seen)
      whenDurable()
    })
    if (accepted.isIncomplete) fanOut.send(connection, encodeSync('step1', Y.encodeStateVector(document.doc)))
  }

  /** An estimate that only grows is kept, and replaced by the real size when it reaches the limit. */
  const fitsDocument = (moreBytes: number): boolean => {
    if (documentBytes + moreBytes <= maxDocumentBytes) return true
    documentBytes = document.encode().byteLength
    return documentBytes + moreBytes <= maxDocumentBytes
  }

  const handle = (connection: Connection, frame: ClientFrame) => {
    switch (frame.kind) {
      case 'step1':
        onStep1(connection, frame.stateVector)
        return
      case 'step2':
      case 'update':
        onUpdate(connection, frame.update)
        return
      case 'queryAwareness':
        fanOut.send(connection, encodeAwareness(presence.states()))
        return
      case 'awareness': {
        const entries = frame.entries.filter(({ state }) => state.byteLength <= maxAwarenessBytes)
        if (entries.length < frame.entries.length) notify(connection, { code: 'limit', limit: 'maxAwarenessBytes' })
        const { told, mustRenew, isNew } = presence.take(connection, entries)
        fanOut.awareness(told)
        if (mustRenew) fanOut.send(connection, encodeAwareness([mustRenew]))
        if (isNew) session.changed()
        return
      }
      case 'cursor':
        if (connection.clientId !== undefined) fanOut.cursor(connection.clientId, frame.point)
    }
  }

  const remove = (connection: Connection) => {
    if (!connections.delete(connection)) return
    fanOut.awareness(presence.leave(connection))
    session.changed()
    unloadWhenEmpty()
  }

  const close = (connection: Connection, kind: CloseKind) => {
    connection.peer.close(kind)
    remove(connection)
  }

  /** After this the document may hold half of something: everybody comes back to what is stored. */
  const fail = (cause: unknown) => {
    logger.error({ boardId, err: cause }, 'A board failed while it took an update. It is loaded afresh from the store.')
    isDraining = true
    for (const connection of [...connections]) close(connection, 'cannotOpen')
  }

  const trySnapshot = () => {
    const isQuiet = connections.size === 0 || clock.nowMs() - lastChangeAtMs >= quietBeforeSnapshotMs
    if (!isQuiet || isSnapshotting || hasSnapshotFailed || !queue.isIdle || !queue.isWritable) return
    if (!isWorthSnapshot(sinceSnapshot, connections.size === 0)) return
    isSnapshotting = true
    const covered = { ...sinceSnapshot }
    Promise.resolve()
      .then(() => {
        const state = encodeVerifiedSnapshot(document.doc, document.readRecords())
        documentBytes = state.byteLength
        return log.saveSnapshot(boardId, state, queue.lastNumber)
      })
      .then(
        () => {
          sinceSnapshot.rows -= covered.rows
          sinceSnapshot.bytes -= covered.bytes
        },
        (cause: unknown) => {
          // The rows it would have stood for are all there: the board is as safe as before.
          hasSnapshotFailed = true
          logger.error({ boardId, err: cause }, 'A snapshot of a board was not stored.')
        },
      )
      .finally(() => {
        isSnapshotting = false
        unloadWhenEmpty()
      })
  }

  function unloadWhenEmpty(): void {
    if (connections.size > 0 || isClosed || stopUnloading || !queue.isIdle || isSnapshotting) return
    stopUnloading = clock.after(isDraining ? 0 : ports.emptyRoomKeptMs, () => {
      stopUnloading = undefined
      if (connections.size > 0) return
      if (!isDraining) trySnapshot()
      if (!queue.isIdle || isSnapshotting) return
      isClosed = true
      stopTending?.()
      fanOut.close()
      session.close()
      document.close()
      onEmpty()
    })
  }

  const tend = () => {
    fanOut.tend()
    trySnapshot()
    stopTending = clock.after(tendEveryMs, tend)
  }

  stopTending = clock.after(tendEveryMs, tend)
  const roots = document.ensureRoots()
  if (roots.length > 0) {
    const updates = roots.map((bytes) => ({ bytes, isByServer: true }))
    queue.add(store(updates, false, null), () => roots.forEach(fanOut.update))
  }
  unloadWhenEmpty()

  return {
    boardId,
    get peopleHere() {
      return new Set([...connections].map(({ member }) => member.participantId)).size
    },
    get lastNumber() {
      return queue.lastNumber
    },
    join(member, peer, { isExtended }) {
      const connection = createConnection(member, peer, { isExtended, nowMs: clock.nowMs() })
      if (isDraining) {
        peer.close('goingAway')
        return { receive: () => undefined, leave: () => undefined }
      }
      stopUnloading?.()
      stopUnloading = undefined
      connections.add(connection)
      fanOut.send(connection, encodeSync('step1', Y.encodeStateVector(document.doc)))
      const states = presence.states()
      if (states.length > 0) fanOut.send(connection, encodeAwareness(states))
      if (loaded.isRecovered) notify(connection, { code: 'recovered' })
      if (!queue.isWritable) fanOut.saved(connection)
      session.changed()
      return {
        receive(bytes) {
          if (isDraining || !connections.has(connection)) return
          try {
            handle(connection, decodeClientFrame(bytes))
          } catch (cause) {
            if (!(cause instanceof ProtocolError)) {
              fail(cause)
              return
            }
            logger.warn(
              { boardId, participantId: member.participantId, err: cause },
              'A connection sent what is no frame.',
            )
            close(connection, 'unreadable')
          }
        },
        leave: () => remove(connection),
      }
    },
    async readRecords() {
      if (!queue.isWritable) {
        const { doc } = await readCommitted()
        return readBoardRecords(doc)
      }
      const records = document.readRecords()
      await new Promise<void>((resolve) => queue.afterCommit(resolve))
      return records
    },
    disconnect(kind, isAffected) {
      for (const connection of [...connections]) if (isAffected(connection.member)) close(connection, kind)
    },
    async drain() {
      isDraining = true
      await new Promise<void>((resolve) => queue.afterCommit(resolve))
      fanOut.flush()
      for (const connection of [...connections]) {
        notify(connection, { code: 'going_away' })
        close(connection, 'goingAway')
      }
    },
  }
}
