import type { BoardRecord } from '#shared/board/board-records.ts'
import { countNotes } from '#shared/board/count-notes.ts'
import { rootRecords } from '#shared/board/new-board.ts'
import { DomainError } from '#shared/errors.ts'
import type { OwnLayer } from '#shared/http/layers.ts'
import type { CloseKind } from '#shared/protocol/close-codes.ts'
import { aloneStepOf, isAloneAnonymous } from '#shared/session/alone.ts'
import type { Session } from '#shared/session/session.ts'
import type { BoardMember } from '../board/board-member.ts'
import type { Room } from '../room/live-room.ts'
import type { RoomPorts } from '../room/room-ports.ts'
import { createRoomRegistry, type LiveRooms } from '../room/room-registry.ts'
import type { Secrets } from '../secrets.ts'
import { type BoardAlone, createBoardAlone } from './board-alone.ts'
import type { Layer } from './layer.ts'
import type { LayerStore } from './layer-store.ts'
import { createReveals, type Reveals } from './reveals.ts'

/** What people write alone: each her own layer, which is served to nobody else, until it is revealed. */
export interface Layers extends Reveals {
  /**
   * The room of somebody's own layer, made where she has none. Join it before anything else is awaited.
   *
   * @param isAnonymous - what her device holds was written in a step of which she was told that nobody will know
   * @throws {LineRefused} when she was sent away meanwhile
   */
  open(member: BoardMember, isAnonymous: boolean): Promise<Room>
  own(member: BoardMember): Promise<OwnLayer>
  /** Somebody has come to the board: she is told how many notes there are. Never rejects. */
  boardOpened(boardId: string): Promise<void>
  /** The session of a board is another now. */
  sessionChanged(boardId: string, session: Session | undefined): void
  disconnect(boardId: string, kind: CloseKind, isAffected: (member: BoardMember) => boolean): void
  disconnectEverywhere(kind: CloseKind, isAffected: (member: BoardMember) => boolean): void
  /** Boards and layers of which something is kept in memory. */
  readonly keptCount: number
  /** @returns false when the store did not take everything in time. */
  drain(): Promise<boolean>
}

/** Who was let in is not any more, or is something else now. */
export class LineRefused extends Error {
  override readonly name = 'LineRefused'
  readonly kind: CloseKind
  constructor(kind: CloseKind) {
    super(kind)
    this.kind = kind
  }
}

/** What is known of a board, while somebody asks for it or something of it is in memory. */
type KnownBoard = { readonly board: Promise<BoardAlone>; users: number }

/** A layer that is in memory, or that somebody opens. */
type OpenedLayer = { readonly layer: Layer; readonly board: BoardAlone; openers: number }

/** Somebody whose layer is being opened. */
type Comer = { readonly member: BoardMember; refusal?: CloseKind }

export type LayerPorts = {
  readonly store: LayerStore
  /** Of the boards themselves. */
  readonly rooms: LiveRooms
  readonly roomPorts: RoomPorts
  readonly secrets: Pick<Secrets, 'newId'>
  /** In an order that nobody can foresee. */
  readonly shuffle: <T>(values: readonly T[]) => T[]
}

/** Everybody on the board is told how many notes there are at most this often. */
const tellEveryMs = 1_000

export function createLayers({ store, rooms, roomPorts, secrets, shuffle }: LayerPorts): Layers {
  const { clock, logger, log } = roomPorts
  const boards = new Map<string, KnownBoard>()
  const opened = new Map<string, OpenedLayer>()
  const comers = new Set<Comer>()
  /** By board: layers that have changed since their notes were last counted. */
  const uncounted = new Map<string, Map<string, () => Iterable<BoardRecord>>>()

  const layerRooms = createRoomRegistry({
    ...roomPorts,
    // Nobody else has a part in it, and her devices bring back what they hold: refusing it would keep them from that.
    lastKept: async () => ({ kind: 'layer', records: rootRecords }),
    sessionOf: async () => undefined,
    onLeaderGone: () => undefined,
    onPeopleAtTables: () => undefined,
    onGuests: () => undefined,
    layer(layerId) {
      const known = opened.get(layerId)
      if (!known) throw new Error('a room of a layer without an owner')
      const { layer, board } = known
      return { holder: board.holder, rule: board.rule, changed: (shapes) => countSoon(layer, board, shapes) }
    },
  })

  const countSoon = ({ id, boardId }: Layer, board: BoardAlone, shapes: () => Iterable<BoardRecord>) => {
    const waiting = uncounted.get(boardId)
    if (waiting) {
      waiting.set(id, shapes)
      return
    }
    uncounted.set(boardId, new Map([[id, shapes]]))
    clock.after(tellEveryMs, () => {
      for (const [layerId, shapesNow] of uncounted.get(boardId) ?? []) board.count(layerId, shapesNow())
      uncounted.delete(boardId)
      rooms.tellAlone(boardId, board.counts())
      forgetBoard(boardId)
    })
  }

  const readLayer = async (layerId: string): Promise<readonly BoardRecord[]> => {
    try {
      return await layerRooms.readRecords(layerId)
    } catch (cause) {
      // It was opened, and nothing was ever written.
      if (cause instanceof DomainError && cause.code === 'board_not_found') return []
      throw cause
    }
  }

  const readBoard = async (boardId: string): Promise<BoardAlone> => {
    const session = await roomPorts.sessionOf(boardId)
    const board = createBoardAlone(() => rooms.live(boardId), session)
    board.opened(await rooms.open(boardId))
    for (const { id } of await store.list(boardId)) board.count(id, await readLayer(id))
    return board
  }
  const withBoard = async <T>(boardId: string, act: (board: BoardAlone) => Promise<T>): Promise<T> => {
    const known = boards.get(boardId) ?? { board: readBoard(boardId), users: 0 }
    boards.set(boardId, known)
    known.users += 1
    try {
      const board = await known.board.catch((cause: unknown) => {
        // Whoever comes next tries again.
        if (boards.get(boardId) === known) boards.delete(boardId)
        throw cause
      })
      return await act(board)
    } finally {
      known.users -= 1
      forgetBoard(boardId)
    }
  }

  const layersOf = (boardId: string) =>
    [...opened.values()].flatMap(({ layer }) => (layer.boardId === boardId ? [layer.id] : []))

  const forgetBoard = (boardId: string) => {
    const isUsed = boards.get(boardId)?.users !== 0 || rooms.live(boardId) !== undefined
    if (!isUsed && !uncounted.has(boardId) && layersOf(boardId).length === 0) boards.delete(boardId)
  }
  const forgetLayer = (layerId: string) => {
    const known = opened.get(layerId)
    if (!known || known.openers > 0 || layerRooms.live(layerId)) return
    opened.delete(layerId)
    forgetBoard(known.layer.boardId)
  }
  rooms.onClosed(forgetBoard)
  layerRooms.onClosed(forgetLayer)

  const findOrMake = async (
    { boardId, participantId }: BoardMember,
    board: BoardAlone,
    isDeviceAnonymous: boolean,
  ): Promise<Layer> => {
    board.opened(await rooms.open(boardId))
    const isAnonymous = isDeviceAnonymous || (aloneStepOf(board.session)?.isAnonymous ?? false)
    const layer = await store.open({ id: secrets.newId(), boardId, participantId, isAnonymous })
    if (isAnonymous && !layer.isAnonymous) await store.markAnonymous(boardId, participantId)
    return layer
  }
  const openRoom = async (layer: Layer, board: BoardAlone): Promise<Room> => {
    const line = opened.get(layer.id) ?? { layer, board, openers: 0 }
    opened.set(layer.id, line)
    line.openers += 1
    try {
      return await layerRooms.open(layer.id)
    } finally {
      line.openers -= 1
      forgetLayer(layer.id)
    }
  }
  /** They were let in before this was decided. */
  const refuse = (kind: CloseKind, isAffected: (member: BoardMember) => boolean) => {
    for (const comer of comers) if (isAffected(comer.member)) comer.refusal ??= kind
  }

  const reveals = createReveals({
    ...{ store, rooms, layerRooms, withBoard, readLayer, secrets, shuffle, clock, logger, log },
    onRevealed(board, boardId, kept) {
      for (const [layerId, records] of kept) {
        uncounted.get(boardId)?.delete(layerId)
        board.count(layerId, records)
      }
      rooms.tellAlone(boardId, board.counts())
    },
  })

  return {
    ...reveals,
    async open(member, isDeviceAnonymous) {
      const comer: Comer = { member }
      comers.add(comer)
      try {
        return await withBoard(member.boardId, async (board) => {
          const layer = await findOrMake(member, board, isDeviceAnonymous)
          if (comer.refusal) throw new LineRefused(comer.refusal)
          // From here on its room refuses her by itself.
          return openRoom(layer, board)
        })
      } finally {
        comers.delete(comer)
      }
    },
    own: ({ boardId, participantId }) =>
      withBoard(boardId, async (board) => {
        const layer = await store.find(boardId, participantId)
        const records = layer ? await readLayer(layer.id) : []
        return {
          notesByZone: { ...countNotes(records, board.zoneKeyOf) },
          isAnonymous: layer?.isAnonymous || isAloneAnonymous(board.session),
        }
      }),
    async boardOpened(boardId) {
      try {
        if (!boards.has(boardId) && (await store.list(boardId)).length === 0) return
        await withBoard(boardId, async (board) => rooms.tellAlone(boardId, board.counts()))
      } catch (err) {
        logger.error({ boardId, err }, 'It is not known how many notes people have written alone.')
      }
    },
    sessionChanged(boardId, session) {
      const step = aloneStepOf(session)
      const isKnown = boards.has(boardId)
      if (!isKnown && !step) return
      withBoard(boardId, async (board) => {
        // Of a board that was read only now, the session is the new one already.
        const wasAnonymous =
          isKnown && board.session?.stepVersion === session?.stepVersion && aloneStepOf(board.session)?.isAnonymous
        board.session = session
        // Also when a facilitator says so in the middle of the step: it holds from now on, whatever she says later.
        if (step?.isAnonymous && !wasAnonymous) await store.markAnonymous(boardId)
      }).catch((err: unknown) => logger.error({ boardId, err }, 'The layers of a board did not take a new step.'))
    },
    disconnect(boardId, kind, isAffected) {
      for (const layerId of layersOf(boardId)) layerRooms.disconnect(layerId, kind, isAffected)
      refuse(kind, (member) => member.boardId === boardId && isAffected(member))
    },
    disconnectEverywhere(kind, isAffected) {
      layerRooms.disconnectEverywhere(kind, isAffected)
      refuse(kind, isAffected)
    },
    get keptCount() {
      return boards.size + opened.size + uncounted.size
    },
    drain: layerRooms.drain,
  }
}
