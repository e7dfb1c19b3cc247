import * as Y from 'yjs'
import type { BoardRecord } from '#shared/board/board-records.ts'
import { DomainError } from '#shared/errors.ts'
import type { Revealed, RevealRequest } from '#shared/http/layers.ts'
import { maxShapesPerPage } from '#shared/limits.ts'
import { aloneStepOf, isAloneAnonymous, showingPlaces } from '#shared/session/alone.ts'
import { writeRuleOf } from '#shared/session/write-rule.ts'
import type { BoardMember } from '../board/board-member.ts'
import { type BoardLog, type LayerEnd, layerEnded } from '../room/board-log.ts'
import type { RoomClock } from '../room/clock.ts'
import type { BoardAtRest } from '../room/live-room.ts'
import { clientsOf } from '../room/load-board.ts'
import { nextEpoch } from '../room/restore-board.ts'
import type { RoomLogger } from '../room/room-ports.ts'
import type { LiveRooms } from '../room/room-registry.ts'
import type { Secrets } from '../secrets.ts'
import type { BoardAlone } from './board-alone.ts'
import { type Choice, chooseNotes } from './choose-notes.ts'
import type { Layer } from './layer.ts'
import type { LayerStore } from './layer-store.ts'
import { planReveal } from './plan-reveal.ts'
import { createWipe } from './wipe-log.ts'

export interface Reveals {
  /**
   * Brings what was written alone to the board, in one commit.
   *
   * @throws {DomainError} `not_allowed`, `still_alone`, `writing_held`, `too_large` (the board has no room for it), and
   *   `store_unavailable`, after which it may still come
   */
  reveal(member: BoardMember, request: RevealRequest): Promise<Revealed>
}

type Held = { readonly layer: Layer; readonly atRest: BoardAtRest }
type Bringing = Held & { readonly choice: Choice; readonly isAnonymous: boolean }

/** A store that takes no writes must not keep a request waiting. */
const answerWithinMs = 5_000

export function createReveals(ports: {
  readonly store: LayerStore
  readonly rooms: LiveRooms
  readonly layerRooms: LiveRooms
  readonly withBoard: <T>(boardId: string, act: (board: BoardAlone) => Promise<T>) => Promise<T>
  readonly readLayer: (layerId: string) => Promise<readonly BoardRecord[]>
  readonly secrets: Pick<Secrets, 'newId'>
  readonly shuffle: <T>(values: readonly T[]) => T[]
  readonly clock: RoomClock
  readonly logger: RoomLogger
  readonly log: Pick<BoardLog, 'wipe'>
  /** @param kept - what is left in each layer concerned */
  readonly onRevealed: (board: BoardAlone, boardId: string, kept: ReadonlyMap<string, readonly BoardRecord[]>) => void
}): Reveals {
  const { store, rooms, layerRooms, withBoard, readLayer, secrets, shuffle, clock, logger, log } = ports
  const wipe = createWipe(log, clock)
  /** By board: one reveal after the other. */
  const running = new Map<string, Promise<unknown>>()

  /**
   * Calls `act` with all layers at rest; their people come back to what it has made of them.
   *
   * @param act - resolves with the ids of the layers that have ended
   */
  const holdAll = async (
    layers: readonly Layer[],
    act: (held: readonly Held[]) => Promise<ReadonlySet<string>>,
    held: readonly Held[] = [],
  ): Promise<ReadonlySet<string>> => {
    const [layer, ...others] = layers
    if (!layer) return act(held)
    let ended: ReadonlySet<string> = new Set()
    await layerRooms.atRest(layer.id, async (atRest) => {
      ended = await holdAll(others, act, [...held, { layer, atRest }])
      return ended.has(layer.id) ? layerEnded(clock.nowMs()) : undefined
    })
    return ended
  }

  const revealNow = async (member: BoardMember, request: RevealRequest, board: BoardAlone): Promise<number> => {
    const { boardId, participantId } = member
    const mayShowIn = request.scope === 'own' ? showingPlaces(board.session, member) : () => true
    let isHeld = false
    const choose = (records: readonly BoardRecord[]) => {
      const wanted = chooseNotes(records, request, board.zoneKeyOf)
      const allowed = new Set(wanted.shapes.filter((shape) => mayShowIn(board.zoneKeyOf(shape))).map(({ id }) => id))
      if (allowed.size === wanted.shapes.length) return wanted
      isHeld = true
      return chooseNotes(records, { scope: 'own', recordIds: [...allowed] }, board.zoneKeyOf)
    }
    const own = request.scope === 'own' ? [await store.find(boardId, participantId)] : await store.list(boardId)
    const concerned: Layer[] = []
    for (const layer of own) if (layer && choose(await readLayer(layer.id)).shapes.length > 0) concerned.push(layer)
    if (concerned.length === 0 && isHeld) throw new DomainError('writing_held')
    let shapeCount = 0

    await holdAll(concerned, async (held) => {
      const bringings = held.flatMap(({ layer, atRest }): Bringing[] => {
        const isAnonymous = layer.isAnonymous || isAloneAnonymous(board.session)
        return atRest.records ? [{ layer, atRest, isAnonymous, choice: choose(atRest.records) }] : []
      })
      const onBoard = await rooms.readRecords(boardId)
      assertRoom(onBoard, bringings)
      const plan = planReveal(
        bringings.map(({ choice, isAnonymous, layer }) => ({
          ...choice,
          authorId: isAnonymous ? undefined : layer.participantId,
        })),
        onBoard,
        { newId: secrets.newId, shuffle },
      )
      if (plan.records.length === 0) return new Set()
      const isSecret = request.scope === 'own' && bringings.some(({ isAnonymous }) => isAnonymous)
      const main = await rooms.open(boardId)
      await main.reveal(plan.records, isSecret ? null : participantId, {
        boardId,
        layers: bringings.map((bringing) => endOf(bringing, clock.nowMs())),
        forgottenUploads: plan.forgottenUploads,
      })
      shapeCount = plan.records.filter(({ typeName }) => typeName === 'shape').length
      ports.onRevealed(board, boardId, new Map(bringings.map(({ layer, choice }) => [layer.id, choice.kept])))
      return new Set(bringings.map(({ layer }) => layer.id))
    })
    if (shapeCount > 0)
      logger.info({ boardId, scope: request.scope, shapes: shapeCount }, 'What people wrote alone is on the board.')
    return shapeCount
  }
  const revealAndWipe = async (member: BoardMember, request: RevealRequest, board: BoardAlone): Promise<number> => {
    const shapeCount = await inTurn(member.boardId, () => revealNow(member, request, board))
    // After its turn: reveals that come together share it.
    if (shapeCount > 0) await wipe()
    return shapeCount
  }

  const inTurn = <T>(boardId: string, act: () => Promise<T>): Promise<T> => {
    const before = running.get(boardId) ?? Promise.resolve()
    const turn = before.catch(() => undefined).then(act)
    running.set(boardId, turn)
    const leave = () => {
      if (running.get(boardId) === turn) running.delete(boardId)
    }
    turn.then(leave, leave)
    return turn
  }

  return {
    async reveal(member, request) {
      const { boardId } = member
      const revealing = withBoard(boardId, (board) => {
        assertMayReveal(member, request, board)
        return revealAndWipe(member, request, board)
      })
      const shapeCount = await Promise.race([revealing, late(clock)])
      if (shapeCount !== undefined) return { shapeCount }
      revealing.catch((err: unknown) => logger.error({ boardId, err }, 'What people wrote alone was not revealed.'))
      throw new DomainError('store_unavailable')
    },
  }
}

function late(clock: RoomClock): Promise<undefined> {
  return new Promise((resolve) => clock.after(answerWithinMs, () => resolve(undefined)))
}

function assertMayReveal(member: BoardMember, request: RevealRequest, { session }: BoardAlone): void {
  if (member.role === 'facilitator') return
  if (request.scope !== 'own') throw new DomainError('not_allowed', { detail: 'Only facilitators of this board may.' })
  if (aloneStepOf(session)) throw new DomainError('still_alone')
  const rule = writeRuleOf(session, member)
  if (rule.place === 'nowhere' && rule.reason !== 'mode') throw new DomainError('writing_held')
}

function assertRoom(onBoard: readonly BoardRecord[], bringings: readonly Bringing[]): void {
  const shapes = onBoard.filter(({ typeName }) => typeName === 'shape').length
  const pages = onBoard.filter(({ typeName }) => typeName === 'page').length
  const more = bringings.reduce((sum, { choice }) => sum + choice.shapes.length, 0)
  if (shapes + more > maxShapesPerPage * Math.max(1, pages)) throw new DomainError('too_large')
}

function endOf({ layer, atRest, choice: { kept } }: Bringing, atMs: number): LayerEnd {
  const next = nextEpoch(atRest, kept)
  return {
    ...next,
    boardId: layer.id,
    // Who it was that wrote is kept, to know her devices by; how much she wrote is not.
    retired: Y.encodeStateVector(new Map([...clientsOf([next.retired])].map((client) => [client, 0]))),
    isNamedAgain: !kept.some(({ typeName }) => typeName === 'shape'),
    atMs,
  }
}
