import type { BoardRecord } from '#shared/board/board-records.ts'
import { noteKindOf, wordsOf } from '#shared/board/note-kind.ts'
import { zoneKeyOf } from '#shared/board/zone-of.ts'
import type { TargetThen } from '#shared/session/votes/tally.ts'
import type { VotePlace } from '#shared/session/votes/vote-setup.ts'
import type { RoomClock } from '../room/clock.ts'
import type { RoomRegistry } from '../room/room-registry.ts'

/** What can be voted on, as it is on the board. */
export interface VoteTargets {
  /** Undefined for what is not on the board. A note that was there a second ago may be told of as it was then. */
  placeOf(boardId: string, targetId: string): Promise<VotePlace | undefined>
  /** Everything as it is now, in words. */
  readAll(boardId: string): Promise<(targetId: string) => TargetThen | undefined>
  forget(boardId: string): void
}

/** Two hundred people who vote at once must not read a large board two hundred times. */
const keptMs = 1_000
/** What a result keeps of a note's words. */
const maxWords = 500

type Places = { readonly version: string; readonly readAtMs: number; readonly of: ReadonlyMap<string, VotePlace> }

export function createVoteTargets(ports: {
  readonly rooms: Pick<RoomRegistry, 'readRecords' | 'versionOf'>
  readonly clock: Pick<RoomClock, 'monotonicMs'>
}): VoteTargets {
  const { rooms, clock } = ports
  const known = new Map<string, Places>()
  const reading = new Map<string, Promise<Places>>()

  const read = async (boardId: string): Promise<Places> => {
    const readAtMs = clock.monotonicMs()
    // Asked first: what is read is that version, or a later one.
    const version = await rooms.versionOf(boardId)
    const records = await rooms.readRecords(boardId)
    const byId = new Map(records.map((record) => [record.id, record]))
    const places = records.flatMap((record) => {
      const place = placeIn(byId, record)
      return place ? ([[record.id, place]] as const) : []
    })
    return { version, readAtMs, of: new Map(places) }
  }

  const readShared = (boardId: string): Promise<Places> => {
    const underWay = reading.get(boardId)
    if (underWay) return underWay
    const started = read(boardId)
      .then((places) => {
        known.set(boardId, places)
        return places
      })
      .finally(() => reading.delete(boardId))
    reading.set(boardId, started)
    return started
  }

  return {
    async placeOf(boardId, targetId) {
      const last = known.get(boardId)
      const isRecent = last && clock.monotonicMs() - last.readAtMs < keptMs
      if (isRecent && last.of.has(targetId)) return last.of.get(targetId)
      if (last && last.version === (await rooms.versionOf(boardId))) return last.of.get(targetId)
      const underWay = reading.get(boardId)
      const place = (await readShared(boardId)).of.get(targetId)
      // A reading that began before the note was written does not have it.
      return place ?? (underWay ? (await readShared(boardId)).of.get(targetId) : undefined)
    },
    async readAll(boardId) {
      const records = await rooms.readRecords(boardId)
      const byId = new Map(records.map((record) => [record.id, record]))
      return (targetId) => {
        const record = byId.get(targetId)
        const place = record && placeIn(byId, record)
        if (!record || !place) return undefined
        const text = wordsOf(record).trim().slice(0, maxWords)
        return { kind: place.kind ?? null, zone: place.zone ?? null, text, isGone: false }
      }
    },
    forget: (boardId) => void known.delete(boardId),
  }
}

function placeIn(byId: ReadonlyMap<string, BoardRecord>, record: BoardRecord): VotePlace | undefined {
  const kind = noteKindOf(record)
  return kind && { kind, zone: zoneKeyOf(record, (id) => byId.get(id)) }
}
