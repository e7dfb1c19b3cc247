import { type BoardRecord, isSame } from '#shared/board/board-records.ts'
import { isZone } from '#shared/board/zone-shape.ts'
import { zoneParts } from '#shared/http/template-file.ts'
import { maxZonePlace, maxZoneSide, minZoneSide } from '#shared/limits.ts'
import { plainWords } from '#shared/plain-words.ts'
import type { RecordForm } from './judge-record.ts'

type ZoneSurroundings = {
  /** Records as they will be. */
  readonly read: (id: string) => BoardRecord | undefined
  /** Whether another zone of the board is called so. */
  readonly isKeyTaken: (key: string, id: string) => boolean
}

/**
 * Holds a zone to what a template may have, so that every board can be saved as one and opened again. Looks at what an
 * update changed only: a zone from before these bounds can still be moved.
 */
export function judgeZone(
  now: RecordForm,
  previous: BoardRecord | undefined,
  { read, isKeyTaken }: ZoneSurroundings,
): 'invalid' | undefined {
  if (now.form !== 'record' || !isZone(now.record)) return undefined
  const { id, x, y, parentId, props = {} } = now.record
  const isWithin = (value: unknown, least: number, most: number) => Number(value) >= least && Number(value) <= most
  const isPlaced = isWithin(x, -maxZonePlace, maxZonePlace) && isWithin(y, -maxZonePlace, maxZonePlace)
  if (!isPlaced && !(isSame(x, previous?.x) && isSame(y, previous?.y))) return 'invalid'
  // A zone lies in no other: notes would be in both.
  if (parentId !== previous?.parentId && isZone(read(String(parentId)) ?? {})) return 'invalid'
  for (const [name, value] of Object.entries(props)) {
    if (previous && isSame(value, previous.props?.[name])) continue
    if (!isPlain(value)) return 'invalid'
    if (name === 'key' && isKeyTaken(String(value), id)) return 'invalid'
    if (name === 'order') continue
    if (name === 'w' || name === 'h') {
      if (!isWithin(value, minZoneSide, maxZoneSide)) return 'invalid'
    } else if (!isPart(name) || (value !== undefined && !zoneParts.shape[name].safeParse(value).success)) {
      return 'invalid'
    }
  }
  return undefined
}

/** A zone in which a vote is open stays what it is called by until the vote is closed: dots would be for nothing. */
export function judgeVoted(
  now: RecordForm,
  previous: BoardRecord | undefined,
  isVotedIn: (zoneKey: string) => boolean,
): 'vote' | undefined {
  if (!previous || !isZone(previous)) return undefined
  const key = previous.props?.key
  if (now.form === 'record' && isZone(now.record) && now.record.props?.key === key) return undefined
  return isVotedIn(String(key)) ? 'vote' : undefined
}

/** Everybody reads a zone's words: nothing in them is unseen, or turns the words beside them round. */
function isPlain(value: unknown): boolean {
  if (typeof value === 'string') return plainWords(value) === value
  return typeof value !== 'object' || value === null || Object.values(value).every(isPlain)
}

function isPart(name: string): name is keyof typeof zoneParts.shape {
  return Object.hasOwn(zoneParts.shape, name)
}
