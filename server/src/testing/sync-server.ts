import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { nanoid } from 'nanoid'
import { DomainError } from '#shared/errors.ts'
import type { Role } from '#shared/protocol/messages.ts'
import type { BoardAccess, BoardMember } from '../domain/board/board-member.ts'
import type { LayerStore } from '../domain/layer/layer-store.ts'
import { createLayers, type Layers } from '../domain/layer/layers.ts'
import { withLayers } from '../domain/layer/with-layers.ts'
import type { BoardLog } from '../domain/room/board-log.ts'
import type { RoomClock } from '../domain/room/clock.ts'
import type { RoomLogger, RoomPorts } from '../domain/room/room-ports.ts'
import { createRoomRegistry, type LiveRooms } from '../domain/room/room-registry.ts'
import { createMemoryBoardLog } from '../storage/memory/memory-board-log.ts'
import { createMemoryLayerStore } from '../storage/memory/memory-layer-store.ts'
import { createRoomMachine } from '../system/room-machine.ts'
import { shuffle } from '../system/shuffle.ts'
import { systemClock } from '../system/system-clock.ts'
import { attachSync } from '../transport/ws/attach-sync.ts'

/** Members by token; a token that is not in it was never issued. */
export type Members = ReadonlyMap<string, BoardMember>

export const testBoardId = 'board-under-test'

/** Somebody on the board under test. The token is the participant's id. */
export function boardMember(participantId: string, overrides: Partial<BoardMember> = {}): BoardMember {
  return {
    boardId: testBoardId,
    participantId,
    role: 'editor',
    name: participantId,
    country: null,
    organisation: null,
    place: null,
    standsFor: 1,
    accountId: null,
    signInHash: null,
    inviteId: null,
    ...overrides,
  }
}

export function members(roles: Readonly<Record<string, Role>>): Members {
  return new Map(Object.entries(roles).map(([id, role]) => [id, boardMember(id, { role })]))
}

function accessOf(known: Members): BoardAccess {
  return {
    async resolve(boardId, { token }) {
      const member = known.get(token ?? '')
      if (!member) throw new DomainError('not_signed_in')
      if (boardId === 'board-deleted') throw new DomainError('board_deleted')
      if (boardId === 'board-unknown') throw new DomainError('board_not_found')
      if (member.boardId !== boardId) throw new DomainError('not_a_member')
      return member
    },
  }
}

export type LogLine = { readonly level: string; readonly sentence: string; readonly fields: object }

/** Rooms and their socket endpoint on a free port, without the rest of the product. */
export type SyncServer = {
  /** What y-websocket takes as its server: `ws://127.0.0.1:<port>/sync`. */
  readonly url: string
  readonly httpUrl: string
  readonly rooms: LiveRooms
  readonly layers: Layers
  readonly logged: readonly LogLine[]
  stop(): Promise<void>
}

export async function startSyncServer(
  options: {
    readonly log?: BoardLog
    readonly members?: Members
    readonly isStoredFile?: (boardId: string, source: string) => boolean
    readonly lastKept?: RoomPorts['lastKept']
    readonly sessionOf?: RoomPorts['sessionOf']
    readonly onLeaderGone?: RoomPorts['onLeaderGone']
    readonly layerStore?: LayerStore
    readonly emptyRoomKeptMs?: number
    readonly clock?: RoomClock
    readonly port?: number
    /** False where so much is logged that keeping it would be what fills the memory; errors are kept all the same. */
    readonly isLogKept?: boolean
  } = {},
): Promise<SyncServer> {
  const clock = options.clock ?? systemClock
  const logged: LogLine[] = []
  const keep = (level: string) => (fields: object, sentence: string) => {
    if (level === 'error' || (options.isLogKept ?? true)) logged.push({ level, sentence, fields })
  }
  const logger: RoomLogger = { info: keep('info'), warn: keep('warn'), error: keep('error') }
  const roomPorts: RoomPorts = {
    log: options.log ?? createMemoryBoardLog(),
    clock,
    logger,
    machine: createRoomMachine(),
    votesOf: () => undefined,
    isVotedIn: () => false,
    isStoredFile: options.isStoredFile ?? (() => true),
    lastKept: options.lastKept ?? (async () => undefined),
    sessionOf: options.sessionOf ?? (async () => undefined),
    onLeaderGone: options.onLeaderGone ?? (() => undefined),
    onPeopleAtTables: () => undefined,
    onGuests: () => undefined,
    emptyRoomKeptMs: options.emptyRoomKeptMs ?? 0,
  }
  const boardRooms = createRoomRegistry(roomPorts)
  const layers = createLayers({
    ...{ rooms: boardRooms, roomPorts, shuffle },
    store: options.layerStore ?? createMemoryLayerStore(),
    secrets: { newId: () => nanoid() },
  })
  const rooms = withLayers(boardRooms, layers)
  const server = createServer((_, response) => response.writeHead(404).end())
  const detach = attachSync(server, {
    ...{ rooms, layers },
    access: accessOf(options.members ?? members({ ana: 'editor', ben: 'editor', vera: 'viewer', fay: 'facilitator' })),
    clock,
    logger,
    publicUrl: undefined,
  })
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `ws://127.0.0.1:${port}/sync`,
    httpUrl: `http://127.0.0.1:${port}`,
    rooms,
    layers,
    logged,
    async stop() {
      detach()
      await rooms.drain()
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
