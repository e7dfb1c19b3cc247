import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { DomainError } from '#shared/errors.ts'
import { entityIdPattern } from '#shared/ids.ts'
import { closeCodes } from '#shared/protocol/close-codes.ts'
import type { BoardAccess, BoardMember } from '../../domain/board/board-member.ts'
import { type Layers, LineRefused } from '../../domain/layer/layers.ts'
import type { RoomClock } from '../../domain/room/clock.ts'
import type { RoomLogger } from '../../domain/room/room-ports.ts'
import { type LiveRooms, RoomsClosing } from '../../domain/room/room-registry.ts'
import { readCredentials } from '../credentials.ts'
import { createOriginCheck, isFromHere } from '../origin-check.ts'
import { deflateAnswer, offersDeflate } from './accept-deflate.ts'
import { closeInTime } from './close-in-time.ts'
import { maxMessageBytes } from './max-message-bytes.ts'
import { createPeopleLimits } from './person-limits.ts'
import { refuseUpgrade } from './refuse-upgrade.ts'
import { connectSocket, type Line } from './socket-connection.ts'
import { WsLine } from './ws-line.ts'

export type SyncPorts = {
  readonly rooms: LiveRooms
  readonly layers: Pick<Layers, 'open' | 'boardOpened'>
  readonly access: BoardAccess
  readonly clock: RoomClock
  readonly logger: RoomLogger
  /** Where the server says it is, behind a proxy; compared with a browser's origin. */
  readonly publicUrl: string | undefined
}

/** `own`: what the person writes alone, served to her only. */
const syncPath = /^\/sync\/([^/]+)(\/own)?$/

type Wanted = {
  readonly isOwn: boolean
  readonly isExtended: boolean
  /** What its device holds was written when its owner was told that nobody will know. */
  readonly isAnonymous: boolean
}

const nothing = Buffer.alloc(0)

/**
 * Serves `/sync/<boardId>` and `/sync/<boardId>/own` to y-websocket clients on the server's upgrades. Other paths are left to others, if the
 * server has more than this listener, and refused with 404 otherwise.
 *
 * @returns the stop: no more upgrades. Open sockets are the rooms' (`drain`).
 */
export function attachSync(server: Server, ports: SyncPorts): () => void {
  const isOwnOrigin = createOriginCheck(ports.publicUrl)
  const people = createPeopleLimits()
  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: maxMessageBytes,
    // Compressed messages never come to it: see docs/decisions/0026.
    perMessageDeflate: false,
    // Text is refused whatever it says.
    skipUTF8Validation: true,
  })
  const deflating = new WeakSet<IncomingMessage>()
  sockets.on('headers', (headers, request) => {
    if (deflating.has(request)) headers.push(`Sec-WebSocket-Extensions: ${deflateAnswer}`)
  })

  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // Without a listener a client that hangs up early would stop the process.
    socket.on('error', () => socket.destroy())
    const url = readUrl(request)
    const [, boardId, own] = (url && syncPath.exec(url.pathname)) ?? []
    if (!url || !boardId) {
      if (server.listenerCount('upgrade') === 1) refuseUpgrade(socket, 'not_found')
      return
    }
    const { cookie, token: bearer } = readCredentials(request)
    const token = url.searchParams.get('token') ?? bearer
    if (!isFromHere(isOwnOrigin, request.headers, { token })) {
      refuseUpgrade(socket, 'foreign_origin')
      return
    }
    if (!entityIdPattern.test(boardId)) {
      refuseUpgrade(socket, 'board_not_found')
      return
    }
    ports.access.resolve(boardId, { token, cookie }).then(
      (member) => {
        if (socket.destroyed) return
        const wanted = {
          isOwn: own !== undefined,
          isExtended: url.searchParams.get('ext') === '1',
          isAnonymous: url.searchParams.get('anonymous') === '1',
        }
        const rest = new WsLine(socket)
        // Our own client unpacks boards itself, and a browser that may compress does so with every pointer it sends.
        const takesDeflated = !wanted.isExtended && offersDeflate(request.headers['sec-websocket-extensions'])
        if (takesDeflated) deflating.add(request)
        sockets.handleUpgrade(request, rest, nothing, (webSocket) => {
          connect(webSocket, { line: socket, rest, head, takesDeflated }, member, wanted)
        })
      },
      (cause: unknown) => {
        if (cause instanceof DomainError) {
          refuseUpgrade(socket, cause.code)
          return
        }
        ports.logger.error({ boardId, err: cause }, 'It could not be found out who may open a board.')
        refuseUpgrade(socket, 'internal')
      },
    )
  }

  const connect = (webSocket: WebSocket, line: Line, member: BoardMember, wanted: Wanted) => {
    const { isOwn, isExtended, isAnonymous } = wanted
    const { boardId, participantId } = member
    const limits = people.enter(participantId)
    if (!limits) {
      // It may say anything until it has read that.
      webSocket.on('error', () => webSocket.terminate())
      line.rest.readAll(line.head)
      closeInTime(webSocket, ports.clock, closeCodes.tooMany)
      return
    }
    if (!isOwn) void ports.layers.boardOpened(boardId)
    connectSocket(webSocket, {
      ...line,
      member,
      limits,
      onClosed: () => people.leave(participantId),
      isExtended,
      clock: ports.clock,
      open: isOwn ? ports.layers.open(member, isAnonymous) : ports.rooms.open(boardId),
      onOpenFailed(cause) {
        if (cause instanceof RoomsClosing) return 'goingAway'
        if (cause instanceof LineRefused) return cause.kind
        ports.logger.error(
          { boardId, err: cause },
          'A board could not be loaded. It is not shown rather than shown empty.',
        )
        return 'cannotOpen'
      },
      onSocketError: (cause) =>
        ports.logger.warn({ boardId, participantId, err: cause }, 'A connection broke the WebSocket protocol.'),
    })
  }

  server.on('upgrade', onUpgrade)
  return () => void server.off('upgrade', onUpgrade)
}

function readUrl(request: IncomingMessage): URL | undefined {
  const target = request.url ?? '/'
  return URL.canParse(target, 'http://server') ? new URL(target, 'http://server') : undefined
}
