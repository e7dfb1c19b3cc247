import * as Y from 'yjs'
import { ProtocolError } from '#shared/errors.ts'
import type { CloseKind } from '#shared/protocol/close-codes.ts'
import { type ClientFrame, decodeClientFrame, encodeSync } from '#shared/protocol/frames.ts'
import type { Notice } from '#shared/protocol/messages.ts'
import { encodeEcho } from '#shared/protocol/pace.ts'
import type { Restoration } from './board-log.ts'
import type { BoardTeller } from './board-teller.ts'
import type { CommitQueue } from './commit-queue.ts'
import { type Connection, createConnection } from './connection.ts'
import type { FanOut } from './fan-out.ts'
import type { Refusal, Room } from './live-room.ts'
import type { LoadedDocument } from './load-board.ts'
import type { PaceTeller } from './pace-teller.ts'
import type { RoomLife } from './room-life.ts'
import type { RoomPorts } from './room-ports.ts'
import type { RoomPresence } from './room-presence.ts'
import type { RoomSession } from './room-session.ts'
import { decodeStateVector, OutdatedEpoch } from './update-content.ts'
import type { UpdateIntake } from './update-intake.ts'

/** The lines into a room: who comes, what each says and to whom that is handed, and how a line ends. */
export interface RoomLines extends Pick<Room, 'join' | 'disconnect' | 'refuse'> {
  close(connection: Connection, kind: CloseKind): void
  /** The epoch they are in is over. */
  sendAllToNewEpoch(restoration: Restoration): void
  sayGoodbye(): void
}

export function createRoomLines(ports: {
  readonly boardId: string
  readonly connections: Set<Connection>
  readonly loaded: Pick<LoadedDocument, 'doc' | 'retired' | 'restoration' | 'isRecovered'>
  readonly isLayer: boolean
  readonly life: Pick<RoomLife, 'isEnding' | 'end' | 'keep' | 'review'>
  readonly board: BoardTeller
  readonly updates: Pick<UpdateIntake, 'take'>
  readonly presence: RoomPresence
  readonly session: Pick<RoomSession, 'review'>
  readonly pace: Pick<PaceTeller, 'join'>
  readonly fanOut: FanOut
  readonly queue: Pick<CommitQueue, 'isWritable'>
  readonly notify: (connection: Connection, notice: Notice) => void
  readonly clock: RoomPorts['clock']
  readonly logger: RoomPorts['logger']
}): RoomLines {
  const { boardId, connections, loaded, life, board, updates, presence, session, pace, fanOut, notify } = ports
  const { clock, logger } = ports
  let refusals: readonly Refusal[] = []

  const remove = (connection: Connection) => {
    if (!connections.delete(connection)) return
    presence.leave(connection)
    session.review()
    life.review()
  }

  const close = (connection: Connection, kind: CloseKind) => {
    connection.peer.close(kind)
    remove(connection)
  }

  const closeAll = (kind: CloseKind) => {
    for (const connection of [...connections]) close(connection, kind)
  }

  /** It holds what was undone: it is told why, and begins anew with an empty document. */
  const sendToNewEpoch = (connection: Connection, restoration: Restoration | undefined) => {
    if (restoration) notify(connection, ports.isLayer ? { code: 'revealed' } : toNotice(restoration))
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

  const onFault = (connection: Connection, cause: unknown) => {
    if (cause instanceof OutdatedEpoch) {
      sendToNewEpoch(connection, loaded.restoration)
    } else if (cause instanceof ProtocolError) {
      const { participantId } = connection.member
      logger.warn({ boardId, participantId, err: cause }, 'A connection sent what is no frame.')
      close(connection, 'unreadable')
    } else {
      const sentence = 'A board failed while it took an update. It is loaded afresh from the store.'
      logger.error({ boardId, err: cause }, sentence)
      // After this the document may hold half of something: everybody comes back to what is stored.
      life.end()
      closeAll('cannotOpen')
    }
  }

  return {
    close,
    join(member, peer, { isExtended }) {
      const refusal = refusals.find(({ isAffected }) => isAffected(member))
      if (life.isEnding || refusal) {
        peer.close(refusal?.kind ?? 'goingAway')
        return { receive: () => undefined, answered: () => undefined, leave: () => undefined }
      }
      const seat = presence.takeSeat()
      const connection = createConnection(member, peer, { isExtended, seat, nowMs: clock.monotonicMs() })
      life.keep()
      connections.add(connection)
      fanOut.send(connection, encodeSync('step1', Y.encodeStateVector(loaded.doc)))
      presence.join(connection)
      session.review()
      pace.join(connection)
      if (loaded.isRecovered) notify(connection, { code: 'recovered' })
      if (!ports.queue.isWritable) fanOut.saved(connection)
      return {
        receive(bytes) {
          if (life.isEnding || !connections.has(connection)) return
          try {
            handle(connection, decodeClientFrame(bytes))
          } catch (cause) {
            onFault(connection, cause)
          }
        },
        answered(number) {
          fanOut.answered(connection, number)
          board.resume(connection)
        },
        leave: () => remove(connection),
      }
    },
    disconnect(kind, isAffected) {
      for (const connection of [...connections]) if (isAffected(connection.member)) close(connection, kind)
    },
    refuse(waiting) {
      refusals = waiting
      clock.after(0, () => {
        refusals = []
      })
    },
    sendAllToNewEpoch(restoration) {
      for (const connection of [...connections]) sendToNewEpoch(connection, restoration)
    },
    sayGoodbye() {
      for (const connection of connections) notify(connection, { code: 'going_away' })
      closeAll('goingAway')
    },
  }
}

function toNotice({ title, copiedAtMs, byName }: Restoration): Notice {
  return { code: 'restored', title, createdAtMs: copiedAtMs, by: byName }
}
