import * as Y from 'yjs'
import { encodeSync } from '#shared/protocol/frames.ts'
import type { CommittedState } from './committed-state.ts'
import type { Connection } from './connection.ts'
import { createPieceSender } from './piece-sender.ts'
import type { RoomLogger, RoomMachine } from './room-ports.ts'
import { isHeldBack } from './update-fan-out.ts'
import { createWholeBoard } from './whole-board.ts'

/** Answers step 1: what a client lacks of the board, in the shape that suits its line and what it understands. */
export interface BoardTeller {
  /** Answers now, or once the reader has read what lies before it. */
  ask(connection: Connection, stateVector: Uint8Array): void
  answer(connection: Connection, stateVector: Uint8Array): void
  /** The line may have room for more of what is being sent. */
  resume(connection: Connection): void
  /** Durable, and for everybody to see. */
  committed(update: Uint8Array): void
}

/** From here on compressing saves more than it costs. */
const packAboveBytes = 32 * 1024

/** State vector of an empty document. */
const nothing = Uint8Array.of(0)

export function createBoardTeller(ports: {
  readonly boardId: string
  readonly connections: ReadonlySet<Connection>
  readonly committed: CommittedState
  readonly machine: RoomMachine
  readonly logger: RoomLogger
  readonly nowMs: () => number
  /** Size of the board as it was loaded. */
  readonly storedBytes: number
  readonly send: (connection: Connection, frame: Uint8Array) => void
  readonly sendDeflated: (connection: Connection, frame: Uint8Array) => void
  readonly onUnreadable: (connection: Connection) => void
}): BoardTeller {
  const { boardId, connections, committed, machine, logger, send } = ports
  const pieces = createPieceSender(send)
  const board = createWholeBoard(
    () => new Promise((resolve, reject) => committed.encodeWhole({ whenRead: resolve, whenUnreadable: reject })),
    machine.compress,
  )

  /** For stock clients, which know no pieces. */
  const stockBoard = createWholeBoard(
    () => new Promise((resolve, reject) => committed.encode(nothing, { whenRead: resolve, whenUnreadable: reject })),
    (update) => machine.deflate(encodeSync('step2', update)),
  )

  let bytesEver = ports.storedBytes

  const fail = (connection: Connection, cause: unknown) => {
    logger.error({ boardId, err: cause }, 'A board could not be read back from the store.')
    ports.onUnreadable(connection)
  }

  const tellWhole = (connection: Connection) => {
    board.take().then(
      ({ zipped, later }) => {
        if (!connections.has(connection)) return
        pieces.begin(connection, zipped)
        // The client takes it after the pieces. What becomes durable from now on it is told like everybody else.
        if (later) send(connection, encodeSync('update', later))
      },
      (cause: unknown) => fail(connection, cause),
    )
  }

  const tellDifference = (connection: Connection, update: Uint8Array) => {
    machine.compress(Y.convertUpdateFormatV1ToV2(update)).then(
      (zipped) => {
        if (connections.has(connection)) pieces.begin(connection, zipped)
      },
      (cause: unknown) => fail(connection, cause),
    )
  }

  const tellWholeToStock = (connection: Connection) => {
    stockBoard.take().then(
      ({ zipped, later }) => {
        if (!connections.has(connection)) return
        ports.sendDeflated(connection, zipped)
        if (later) send(connection, encodeSync('update', later))
        connection.isBeingAnswered = false
      },
      (cause: unknown) => fail(connection, cause),
    )
  }

  const answer = (connection: Connection, stateVector: Uint8Array) => {
    connection.isBeingAnswered = true
    const hasNothing = stateVector.length === 1 && stateVector[0] === 0
    if (hasNothing && bytesEver > packAboveBytes && (connection.isExtended || connection.peer.takesDeflated)) {
      if (connection.isExtended) tellWhole(connection)
      else tellWholeToStock(connection)
      return
    }
    committed.encode(stateVector, {
      whenRead(update) {
        if (!connections.has(connection)) return
        if (connection.isExtended && update.byteLength > packAboveBytes) {
          tellDifference(connection, update)
          return
        }
        send(connection, encodeSync('step2', update))
        connection.isBeingAnswered = false
      },
      whenUnreadable: (cause) => fail(connection, cause),
    })
  }

  return {
    ask(connection, stateVector) {
      if (connection.isBeingAnswered || isHeldBack(connection, ports.nowMs())) connection.unanswered = stateVector
      else answer(connection, stateVector)
    },
    answer,
    resume: pieces.resume,
    committed(update) {
      bytesEver += update.byteLength
      board.committed(update)
      stockBoard.committed(update)
    },
  }
}
