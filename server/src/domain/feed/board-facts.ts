import type { BoardRecord } from '#shared/board/board-records.ts'
import { originOf } from '#shared/board/origin.ts'
import { zoneOf } from '#shared/board/zone-of.ts'
import { isZone, type ZoneProps } from '#shared/board/zone-shape.ts'
import { maxNamedCopies } from '#shared/limits.ts'
import type { FeedZone } from '#shared/templates/feeds-between.ts'
import type { RoomRegistry } from '../room/room-registry.ts'

/** A copy on some board: what of the other board it is a copy of, and the zone it lies in now. */
export type FoundCopy = {
  readonly of: string
  readonly id: string
  readonly zone: Pick<ZoneProps, 'key' | 'heading'> | undefined
}
/** What boards say of themselves to others of their pilot. */
export type BoardFacts = {
  readonly zones: readonly FeedZone[]
  /** By the board that they were carried from. */
  readonly copies: ReadonlyMap<string, readonly FoundCopy[]>
}

/** Some thousand bytes each, and some hundred more for each copy. */
const maxRemembered = 500

/**
 * Reads boards for what is on them now, and keeps no list of its own: so a copy that is found is there, whatever undo,
 * restoring, copying by hand or deleting made of it. A board that has not changed since is not read again.
 */
export function createBoardFacts(rooms: Pick<RoomRegistry, 'readRecords' | 'versionOf'>) {
  const remembered = new Map<string, { readonly version: string; readonly facts: Promise<BoardFacts> }>()

  return {
    /** @throws {DomainError} `board_not_found` */
    async of(boardId: string): Promise<BoardFacts> {
      // Asked before reading: what is read may be newer, and is then read once more.
      const version = await rooms.versionOf(boardId)
      const known = remembered.get(boardId)
      remembered.delete(boardId)
      const read = known?.version === version ? known : { version, facts: rooms.readRecords(boardId).then(factsIn) }
      remembered.set(boardId, read)
      const [longestUnused] = remembered.keys()
      if (remembered.size > maxRemembered && longestUnused !== undefined) remembered.delete(longestUnused)
      try {
        return await read.facts
      } catch (cause) {
        if (remembered.get(boardId) === read) remembered.delete(boardId)
        throw cause
      }
    },
  }
}

/** The same of records that have been read. */
export function factsIn(records: readonly BoardRecord[]): BoardFacts {
  return { zones: zonesIn(records), copies: copiesByOrigin(records) }
}

function zonesIn(records: readonly BoardRecord[]): FeedZone[] {
  return records.filter(isZone).map(({ props }) => {
    // A board holds only zones that its schema takes.
    const { key, heading, noteKinds, background } = props as ZoneProps
    return { key, heading, noteKinds, background }
  })
}

function copiesByOrigin(records: readonly BoardRecord[]): BoardFacts['copies'] {
  const byId = new Map(records.map((record) => [record.id, record]))
  const byOrigin = new Map<string, FoundCopy[]>()
  let count = 0
  for (const record of records) {
    const origin = record.typeName === 'shape' ? originOf(record.meta) : undefined
    if (!origin?.elsewhere || count === maxNamedCopies) continue
    count += 1
    const zone = zoneOf(record, (id) => byId.get(id))?.props as ZoneProps | undefined
    const copy = { of: origin.id, id: record.id, zone: zone && { key: zone.key, heading: zone.heading } }
    const known = byOrigin.get(origin.elsewhere.boardId)
    if (known) known.push(copy)
    else byOrigin.set(origin.elsewhere.boardId, [copy])
  }
  return byOrigin
}
