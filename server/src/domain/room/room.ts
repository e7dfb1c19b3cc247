import * as Y from 'yjs'
import { DomainError } from '#shared/errors.ts'
import type { CloseKind } from '#shared/protocol/close-codes.ts'
import { encodeNotice, type Notice } from '#shared/protocol/messages.ts'
import type { Session } from '#shared/session/session.ts'
import type { GoneShape } from './board-log.ts'
import { createBoardTeller } from './board-teller.ts'
import { createClientIds } from './client-ids.ts'
import { createCommitQueue } from './commit-queue.ts'
import { createCommittedState } from './committed-state.ts'
import type { Connection } from './connection.ts'
import { createFanOut } from './fan-out.ts'
import type { Room } from './live-room.ts'
import type { LoadedDocument } from './load-board.ts'
import { createNoPresence } from './no-presence.ts'
import { createPaceTeller } from './pace-teller.ts'
import { createRoomControls } from './room-controls.ts'
import { createRoomDocument } from './room-document.ts'
import { createRoomLife } from './room-life.ts'
import { createRoomLines } from './room-lines.ts'
import type { RoomPorts } from './room-ports.ts'
import { createRoomPresence } from './room-presence.ts'
import { createRoomSession } from './room-session.ts'
import { createSnapshots } from './snapshots.ts'
import { encodeClients, hasPending, pendingOf } from './update-content.ts'
import { createUpdateIntake } from './update-intake.ts'

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
    (zoneKey) => ports.isVotedIn(boardId, zoneKey),
  )
  const clientIds = createClientIds()
  const queue = createCommitQueue({
    boardId,
    log,
    clock,
    logger,
    lastNumber: loaded.lastNumber,
    onCommitted(rows, bytes) {
      snapshots.committed(rows, bytes)
      life.review()
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
  const notify = (connection: Connection, notice: Notice) => {
    if (connection.isExtended) fanOut.send(connection, encodeNotice(notice))
  }
  const close = (connection: Connection, kind: CloseKind) => lines.close(connection, kind)
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
    ...{ boardId, clock, logger, clientIds, queue, document, fanOut, loaded, notify, close },
    onDurable(update, writer) {
      board.committed(update)
      fanOut.update(update, writer)
      layer?.changed(document.shapes)
    },
    // Whose layer it is is kept in one place only.
    writerOf: ({ participantId }) => (layer ? null : participantId),
    keepsMakers: !layer,
  })
  const presence = layer
    ? createNoPresence(fanOut.send)
    : createRoomPresence({
        ...{ connections, clock, fanOut, clientIds, notify },
        session: firstSession,
        votesOf: ports.votesOf,
      })
  const pace = createPaceTeller({ connections, load: ports.machine.load, send: fanOut.send })
  const life = createRoomLife({
    ...{ connections, clock, queue, snapshots },
    emptyRoomKeptMs: ports.emptyRoomKeptMs,
    onTend() {
      fanOut.tend()
      pace.review()
      for (const connection of connections) board.resume(connection)
    },
    onOver() {
      session.stop()
      fanOut.close()
      presence.close()
      document.close()
      onEmpty()
    },
  })
  const lines = createRoomLines({
    ...{ boardId, connections, loaded, life, board, updates, presence, session, pace, fanOut, queue, notify },
    ...{ clock, logger },
    isLayer: layer !== undefined,
  })

  updates.writeMissing()
  life.review()

  const canGoOn = () => !life.isEnding && !life.isOver && queue.isWritable
  const assertWritable = () => {
    if (!canGoOn()) throw new DomainError('store_unavailable')
  }
  const comeToRest = async () => {
    await life.endCommitted()
    fanOut.flush()
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
    join: lines.join,
    disconnect: lines.disconnect,
    refuse: lines.refuse,
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
    async rest() {
      if (!canGoOn()) return undefined
      await comeToRest()
      const { epoch, retired, isRecovered } = loaded
      return { epoch, retired, isRecovered, records: document.readRecords(), clients: encodeClients(document.doc) }
    },
    leaveTo(restoration) {
      lines.sendAllToNewEpoch(restoration)
      life.review()
    },
    async drain() {
      await comeToRest()
      lines.sayGoodbye()
    },
  }
}
