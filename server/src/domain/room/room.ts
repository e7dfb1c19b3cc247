import * as Y from 'yjs'
import { DomainError, ProtocolError } from '#shared/errors.ts'
import type { CloseKind } from '#shared/protocol/close-codes.ts'
import { type ClientFrame, decodeClientFrame, encodeSync } from '#shared/protocol/frames.ts'
import { encodeNotice, type Notice } from '#shared/protocol/messages.ts'
import { encodeEcho } from '#shared/protocol/pace.ts'
import type { Session } from '#shared/session/session.ts'
import type { GoneShape, Restoration } from './board-log.ts'
import { createBoardTeller } from './board-teller.ts'
import { createClientIds } from './client-ids.ts'
import { createCommitQueue } from './commit-queue.ts'
import { createCommittedState } from './committed-state.ts'
import { type Connection, createConnection } from './connection.ts'
import { createFanOut } from './fan-out.ts'
import type { Refusal, Room } from './live-room.ts'
import type { LoadedDocument } from './load-board.ts'
import { createNoPresence } from './no-presence.ts'
import { createPaceTeller } from './pace-teller.ts'
import { createRoomControls } from './room-controls.ts'
import { createRoomDocument } from './room-document.ts'
import type { RoomPorts } from './room-ports.ts'
import { createRoomPresence } from './room-presence.ts'
import { createRoomSession } from './room-session.ts'
import { createSnapshots } from './snapshots.ts'
import { decodeStateVector, encodeClients, hasPending, OutdatedEpoch, pendingOf } from './update-content.ts'
import { createUpdateIntake } from './update-intake.ts'

const tendEveryMs = 1_000

type Opened = {
  readonly loaded: LoadedDocument
  readonly firstSession: Session | undefined
  readonly gone: readonly GoneShape[]
}

/** @param onEmpty - everybody has left, all is committed, and nobody came back: forget the room. */
export function createRoom(
  boardId: string,
  { loaded, firstSession, gone }: Opened,
  ports: RoomPorts,
  onEmpty: () => void,
): Room {
  const { clock, logger, log } = ports
  const layer = ports.layer?.(boardId)
  const connections = new Set<Connection>()
  const session = createRoomSession({
    first: firstSession,
    clock,
    presence: () => presence,
    onLeaderGone: (leaderId) => ports.onLeaderGone(boardId, leaderId),
    onPeopleAtTables: (people) => ports.onPeopleAtTables(boardId, people),
    onGuests: (sessionId, people) => ports.onGuests(boardId, sessionId, people),
  })
  const document = createRoomDocument(
    loaded.doc,
    (source) => ports.isStoredFile(boardId, source),
    loaded.retired,
    session.allowanceOf,
    layer,
    gone,
  )
  const clientIds = createClientIds()
  let isDraining = false
  let isClosed = false
  let refusals: readonly Refusal[] = []
  let stopTending: (() => void) | undefined
  let stopUnloading: (() => void) | undefined

  const queue = createCommitQueue({
    boardId,
    log,
    clock,
    logger,
    lastNumber: loaded.lastNumber,
    onCommitted(rows, bytes) {
      snapshots.committed(rows, bytes)
      unloadWhenEmpty()
    },
    onWritableChange() {
      committed.storeChanged()
      for (const connection of connections) fanOut.saved(connection)
    },
  })
  const fanOut = createFanOut({
    connections,
    clock,
    isStoreWritable: () => queue.isWritable,
    stateVector: () => Y.decodeStateVector(Y.encodeStateVector(document.doc)),
    load: ports.machine.load,
    deflate: ports.machine.deflateNow,
    answer: (connection, stateVector) => board.answer(connection, stateVector),
  })
  const committed = createCommittedState({ boardId, log, logger, queue, document })
  const board = createBoardTeller({
    ...{ boardId, connections, committed, logger },
    machine: ports.machine,
    nowMs: clock.monotonicMs,
    storedBytes: loaded.storedBytes,
    send: fanOut.send,
    sendDeflated: fanOut.sendDeflated,
    onUnreadable: (connection) => close(connection, 'cannotOpen'),
  })
  const snapshots = createSnapshots({ boardId, log, logger, clock, queue, loaded })
  const updates = createUpdateIntake({
    boardId,
    clock,
    logger,
    clientIds,
    queue,
    document,
    fanOut,
    loaded,
    onDurable(update, writer) {
      board.committed(update)
      fanOut.update(update, writer)
      layer?.changed(document.shapes)
    },
    // Whose layer it is is kept in one place only.
    writerOf: ({ participantId }) => (layer ? null : participantId),
    keepsMakers: !layer,
    notify: (connection, notice) => notify(connection, notice),
    close: (connection, kind) => close(connection, kind),
  })
  const notify = (connection: Connection, notice: Notice) => {
    if (connection.isExtended) fanOut.send(connection, encodeNotice(notice))
  }

  const presence = layer
    ? createNoPresence(fanOut.send)
    : createRoomPresence({
        ...{ connections, clock, fanOut, clientIds },
        session: firstSession,
        votesOf: ports.votesOf,
        notify: (connection, notice) => notify(connection, notice),
      })

  const pace = createPaceTeller({ connections, load: ports.machine.load, send: fanOut.send })

  const close = (connection: Connection, kind: CloseKind) => {
    connection.peer.close(kind)
    remove(connection)
  }

  /** It holds what was undone: it is told why, and begins anew with an empty document. */
  const sendToNewEpoch = (connection: Connection, restoration: Restoration | undefined) => {
    if (restoration) notify(connection, layer ? { code: 'revealed' } : toNotice(restoration))
    close(connection, 'freshDocumentNeeded')
  }

  const onStep1 = (connection: Connection, stateVector: Uint8Array) => {
    const shown = decodeStateVector(stateVector)
    if ([...shown.keys()].some((client) => loaded.retired.has(client)))
      throw new OutdatedEpoch('a document of an epoch that is over')
    board.ask(connection, stateVector)
  }

  const handle = (connection: Connection, frame: ClientFrame) => {
    switch (frame.kind) {
      case 'step1':
        onStep1(connection, frame.stateVector)
        return
      case 'step2':
      case 'update':
        updates.take(connection, frame.update, frame.kind === 'step2')
        return
      case 'queryAwareness':
        presence.tellAwareness(connection)
        return
      case 'awareness':
        presence.show(connection, frame.entries)
        return
      case 'cursor':
        presence.point(connection, frame.point)
        return
      case 'pace':
        connection.wantsCursors = frame.wantsCursors
        fanOut.resume()
        return
      case 'echo':
        fanOut.send(connection, encodeEcho(frame.number))
        return
      case 'reaction':
        presence.react(connection, frame.reaction)
    }
  }

  const remove = (connection: Connection) => {
    if (!connections.delete(connection)) return
    presence.leave(connection)
    session.review()
    unloadWhenEmpty()
  }

  /** After this the document may hold half of something: everybody comes back to what is stored. */
  const fail = (cause: unknown) => {
    logger.error({ boardId, err: cause }, 'A board failed while it took an update. It is loaded afresh from the store.')
    isDraining = true
    for (const connection of [...connections]) close(connection, 'cannotOpen')
  }

  function unloadWhenEmpty(): void {
    if (connections.size > 0 || isClosed || stopUnloading || !queue.isIdle || snapshots.isSaving) return
    stopUnloading = clock.after(isDraining ? 0 : ports.emptyRoomKeptMs, () => {
      stopUnloading = undefined
      if (connections.size > 0) return
      if (!isDraining && snapshots.isDue(true)) void snapshots.save(true).then(unloadWhenEmpty)
      if (!queue.isIdle || snapshots.isSaving) return
      isClosed = true
      stopTending?.()
      session.stop()
      fanOut.close()
      presence.close()
      document.close()
      onEmpty()
    })
  }

  const commitAll = async () => {
    isDraining = true
    await new Promise<void>((resolve) => queue.afterCommit(resolve))
    fanOut.flush()
  }

  const tend = () => {
    fanOut.tend()
    pace.review()
    for (const connection of connections) board.resume(connection)
    const isEmptyRoom = connections.size === 0
    if (snapshots.isDue(isEmptyRoom)) void snapshots.save(isEmptyRoom).then(unloadWhenEmpty)
    stopTending = clock.after(tendEveryMs, tend)
  }

  stopTending = clock.after(tendEveryMs, tend)
  updates.writeMissing()
  unloadWhenEmpty()

  const assertWritable = () => {
    if (isDraining || isClosed || !queue.isWritable) throw new DomainError('store_unavailable')
  }

  return {
    boardId,
    get peopleHere() {
      return presence.peopleHere
    },
    get isWaiting() {
      return hasPending(pendingOf(document.doc))
    },
    get lastNumber() {
      return queue.lastNumber
    },
    join(member, peer, { isExtended }) {
      const refusal = refusals.find(({ isAffected }) => isAffected(member))
      if (isDraining || refusal) {
        peer.close(refusal?.kind ?? 'goingAway')
        return { receive: () => undefined, answered: () => undefined, leave: () => undefined }
      }
      const connection = createConnection(member, peer, {
        isExtended,
        seat: presence.takeSeat(),
        nowMs: clock.monotonicMs(),
      })
      stopUnloading?.()
      stopUnloading = undefined
      connections.add(connection)
      fanOut.send(connection, encodeSync('step1', Y.encodeStateVector(document.doc)))
      presence.join(connection)
      session.review()
      pace.join(connection)
      if (loaded.isRecovered) notify(connection, { code: 'recovered' })
      if (!queue.isWritable) fanOut.saved(connection)
      return {
        receive(bytes) {
          if (isDraining || !connections.has(connection)) return
          try {
            handle(connection, decodeClientFrame(bytes))
          } catch (cause) {
            if (cause instanceof OutdatedEpoch) {
              sendToNewEpoch(connection, loaded.restoration)
              return
            }
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
        answered(number) {
          fanOut.answered(connection, number)
          board.resume(connection)
        },
        leave: () => remove(connection),
      }
    },
    readRecords: committed.readRecords,
    ...createRoomControls({ connections, session, presence, document, updates, notify }),
    async reveal(records, byId, reveal) {
      assertWritable()
      await updates.write(document.putBack(records), byId, reveal)
    },
    async add(records, byId) {
      assertWritable()
      const made = document.putBack(records)
      await updates.write(made, byId)
      return made.count
    },
    async takeAway(ids, byId) {
      assertWritable()
      const removed = document.removeShapes(ids)
      await updates.write(removed, byId)
      return removed.records.filter(({ typeName }) => typeName === 'shape').length
    },
    holder: document.holder,
    holders: document.holders,
    tellAlone: presence.aloneChanged,
    disconnect(kind, isAffected) {
      for (const connection of [...connections]) if (isAffected(connection.member)) close(connection, kind)
    },
    refuse(waiting) {
      refusals = waiting
      clock.after(0, () => {
        refusals = []
      })
    },
    async rest() {
      if (isDraining || isClosed || !queue.isWritable) return undefined
      await commitAll()
      const { epoch, retired, isRecovered } = loaded
      return { epoch, retired, isRecovered, records: document.readRecords(), clients: encodeClients(document.doc) }
    },
    leaveTo(restoration) {
      for (const connection of [...connections]) sendToNewEpoch(connection, restoration)
      unloadWhenEmpty()
    },
    async drain() {
      await commitAll()
      for (const connection of [...connections]) {
        notify(connection, { code: 'going_away' })
        close(connection, 'goingAway')
      }
    },
  }
}

function toNotice({ title, copiedAtMs, byName }: Restoration): Notice {
  return { code: 'restored', title, createdAtMs: copiedAtMs, by: byName }
}
