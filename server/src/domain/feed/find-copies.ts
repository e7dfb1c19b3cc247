import type { BoardRecord } from '#shared/board/board-records.ts'
import type { LocalText } from '#shared/board/local-text.ts'
import { originOf } from '#shared/board/origin.ts'
import { zoneOf } from '#shared/board/zone-of.ts'
import type { ZoneProps } from '#shared/board/zone-shape.ts'
import { maxNamedCopies } from '#shared/limits.ts'
import type { RoomRegistry } from '../room/room-registry.ts'

/** A copy on some board: what of the other board it is a copy of, and the zone it lies in now. */
export type FoundCopy = {
  readonly of: string
  readonly id: string
  readonly zone: Pick<ZoneProps, 'key' | 'heading'> | undefined
}
type ByOrigin = ReadonlyMap<string, readonly FoundCopy[]>

/** Some hundred bytes for each copy that is remembered. */
const maxRemembered = 500

/**
 * Finds copies on the boards that have them, and keeps no list of its own: so what is found is there, whatever undo,
 * restoring, copying by hand or deleting made of it. A board that has not changed since is not read again.
 */
export function createCopyFinder(rooms: Pick<RoomRegistry, 'readRecords' | 'versionOf'>) {
  const remembered = new Map<string, { readonly version: string; readonly copies: Promise<ByOrigin> }>()

  async function copiesOn(boardId: string): Promise<ByOrigin> {
    // Asked before reading: what is read may be newer, and is then read once more.
    const version = await rooms.versionOf(boardId)
    const known = remembered.get(boardId)
    remembered.delete(boardId)
    const read =
      known?.version === version ? known : { version, copies: rooms.readRecords(boardId).then(copiesByOrigin) }
    remembered.set(boardId, read)
    const [longestUnused] = remembered.keys()
    if (remembered.size > maxRemembered && longestUnused !== undefined) remembered.delete(longestUnused)
    try {
      return await read.copies
    } catch (cause) {
      if (remembered.get(boardId) === read) remembered.delete(boardId)
      throw cause
    }
  }

  return {
    /** Of things on one board those copies that are on another now. @throws {DomainError} `board_not_found` */
    async find(fromId: string, onId: string): Promise<readonly FoundCopy[]> {
      return (await copiesOn(onId)).get(fromId) ?? []
    },
  }
}

function copiesByOrigin(records: readonly BoardRecord[]): ByOrigin {
  const byId = new Map(records.map((record) => [record.id, record]))
  const byOrigin = new Map<string, FoundCopy[]>()
  let count = 0
  for (const record of records) {
    const origin = record.typeName === 'shape' ? originOf(record.meta) : undefined
    if (!origin?.elsewhere || count === maxNamedCopies) continue
    count += 1
    const props = zoneOf(record, (id) => byId.get(id))?.props
    const zone = props && { key: String(props.key), heading: Object(props.heading) as LocalText }
    const copy = { of: origin.id, id: record.id, zone }
    const known = byOrigin.get(origin.elsewhere.boardId)
    if (known) known.push(copy)
    else byOrigin.set(origin.elsewhere.boardId, [copy])
  }
  return byOrigin
}
