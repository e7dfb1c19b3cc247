import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { maxBytesPerSecond, maxFrameBytes, maxMessagesPerSecond } from '#shared/limits.ts'
import { type CloseKind, closeCodes } from '#shared/protocol/close-codes.ts'
import type { BoardMember } from '../../domain/board/board-member.ts'
import { createRate } from '../../domain/rate.ts'
import type { RoomClock } from '../../domain/room/clock.ts'
import type { Peer } from '../../domain/room/connection.ts'
import type { Room, RoomConnection } from '../../domain/room/live-room.ts'
import { closeInTime } from './close-in-time.ts'
import { createFrameReader } from './frame-reader.ts'
import { writeMessage } from './frame-writer.ts'
import type { PersonLimits } from './person-limits.ts'
import { createWaitingFrames } from './waiting-frames.ts'
import type { WsLine } from './ws-line.ts'

/** A socket that pings and pongs; a line that died without a word is noticed after two missed pongs. */
const pingEveryMs = 20_000

/** What carries a socket. */
export type Line = {
  readonly line: Duplex
  /** What the socket reads: whatever is not read here. */
  readonly rest: WsLine
  /** What came over the line with the upgrade. */
  readonly head: Buffer
  /** It may be sent compressed messages, and send them. */
  readonly takesDeflated: boolean
}

/**
 * Connects a socket to a room. Listens from this very moment on: what arrives while the board loads waits, in order.
 *
 * @param open - resolves with the room, or rejects when it cannot be had now.
 */
export function connectSocket(
  socket: WebSocket,
  options: Line & {
    readonly member: BoardMember
    readonly isExtended: boolean
    readonly clock: RoomClock
    /** Shared with the person's other connections. */
    readonly limits: PersonLimits
    readonly onClosed: () => void
    readonly open: Promise<Room>
    /** @returns why the socket is closed. */
    readonly onOpenFailed: (cause: unknown) => CloseKind
    readonly onSocketError: (cause: Error) => void
  },
): void {
  const { clock, line, rest, takesDeflated } = options
  const waiting = createWaitingFrames()
  const messages = createRate(maxMessagesPerSecond)
  const bytes = createRate(maxBytesPerSecond)
  let connection: RoomConnection | undefined
  let isAlive = true
  let writtenBytes = 0
  let takenBytes = 0
  let isBehind = false
  let isGathering = false
  let stopPinging = () => {}

  const close = (kind: CloseKind) => closeInTime(socket, clock, closeCodes[kind])

  const peer: Peer = {
    takesDeflated,
    send: (frame, isMoreToCome = false, isDeflated = false) => {
      if (socket.readyState !== socket.OPEN) return
      writtenBytes += frame.byteLength
      if (isMoreToCome && !isGathering) line.cork()
      writeMessage(line, frame, isDeflated)
      if (!isMoreToCome && isGathering) line.uncork()
      isGathering = isMoreToCome
    },
    get bufferedBytes() {
      return line.writableLength
    },
    ping(number) {
      if (socket.readyState !== socket.OPEN) return
      const payload = Buffer.allocUnsafe(4)
      payload.writeUInt32BE(number)
      socket.ping(payload)
    },
    close,
  }

  const isWithinRates = (size: number): boolean => {
    const nowMs = clock.monotonicMs()
    const { limits } = options
    return (
      messages.take(nowMs, 1) &&
      bytes.take(nowMs, size) &&
      limits.messages.take(nowMs, 1) &&
      limits.bytes.take(nowMs, size)
    )
  }

  const take = (frame: Uint8Array, isBinary: boolean) => {
    if (socket.readyState !== socket.OPEN) return
    // Its pong may stand behind a minute of what it is being sent.
    isAlive = true
    if (!isWithinRates(frame.byteLength)) close('tooMany')
    else if (!isBinary) close('unreadable')
    else if (frame.byteLength > maxFrameBytes) close('tooLarge')
    else if (connection) connection.receive(frame)
    else if (!waiting.push(frame)) close('tooMany')
  }
  const reader = createFrameReader({
    take: (frame) => take(frame, true),
    leave: (bytes) => rest.give(bytes),
    isOpen: () => socket.readyState === socket.OPEN,
    isDeflating: takesDeflated,
    hold: (isHeld) => rest.hold(isHeld),
    refuse(code, cause) {
      options.onSocketError(cause)
      closeInTime(socket, clock, { code })
    },
  })
  socket.binaryType = 'nodebuffer'
  socket.on('message', (data: Buffer, isBinary) => {
    // A view of what was read, which would be kept whole for the sake of a few bytes.
    take(new Uint8Array(data), isBinary)
    reader.messageRead()
  })
  socket.on('pong', (payload) => {
    isAlive = true
    if (payload.byteLength === 4) connection?.answered(payload.readUInt32BE())
  })
  socket.on('error', (cause) => {
    // ws has closed the line by then (1002, 1009); the room hears of it by 'close'.
    options.onSocketError(cause)
  })
  socket.on('close', () => {
    stopPinging()
    connection?.leave()
    options.onClosed()
  })

  const ping = () => {
    const taken = writtenBytes - line.writableLength
    // A pong stands behind everything that was written. While there is a backlog that the line takes more of, it lives.
    if (!isAlive && !(isBehind && taken > takenBytes)) {
      socket.terminate()
      return
    }
    isAlive = false
    isBehind = line.writableLength > 0
    takenBytes = taken
    socket.ping()
    stopPinging = clock.after(pingEveryMs, ping)
  }
  stopPinging = clock.after(pingEveryMs, ping)

  options.open.then(
    (room) => {
      if (socket.readyState !== socket.OPEN) return
      connection = room.join(options.member, peer, { isExtended: options.isExtended })
      waiting.drain(connection.receive)
    },
    (cause: unknown) => close(options.onOpenFailed(cause)),
  )

  if (options.head.length > 0) reader.read(options.head)
  line.on('data', reader.read)
}
