/** What a copy remembers of what it was made from: the shape, and the key of the zone that it lay in. Nothing of who wrote it. */
export type Origin = {
  readonly id: string
  readonly zoneKey: string | undefined
  /** Undefined for a copy of something on the same board. */
  readonly elsewhere?: Elsewhere | undefined
}

/** Another board, when a copy of something there was carried over, and how many votes that had. Who carried it is the copy's maker. */
export type Elsewhere = { readonly boardId: string; readonly atMs: number; readonly votes: number }

const [idName, zoneName] = ['copiedFrom', 'copiedZone'] as const
const [boardName, timeName, votesName] = ['copiedBoard', 'copiedAt', 'copiedVotes'] as const

export function originMeta({ id, zoneKey, elsewhere }: Origin): Readonly<Record<string, string | number>> {
  return {
    [idName]: id,
    ...(zoneKey === undefined ? {} : { [zoneName]: zoneKey }),
    ...(elsewhere ? { [boardName]: elsewhere.boardId, [timeName]: elsewhere.atMs } : {}),
    ...(elsewhere && elsewhere.votes > 0 ? { [votesName]: elsewhere.votes } : {}),
  }
}

/** Undefined for what is no copy. Anybody may have written what is read. */
export function originOf(meta: Readonly<Record<string, unknown>> | undefined): Origin | undefined {
  const [id, zoneKey] = [meta?.[idName], meta?.[zoneName]]
  if (typeof id !== 'string') return undefined
  return { id, zoneKey: typeof zoneKey === 'string' ? zoneKey : undefined, elsewhere: elsewhereOf(meta) }
}

function elsewhereOf(meta: Readonly<Record<string, unknown>> | undefined): Elsewhere | undefined {
  const [boardId, atMs, votes] = [meta?.[boardName], meta?.[timeName], meta?.[votesName]]
  if (typeof boardId !== 'string') return undefined
  return { boardId, atMs: countOr(atMs), votes: countOr(votes) }
}

function countOr(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : 0
}

type Piece = { readonly id: string; readonly zoneId: string | undefined; readonly origin: Origin | undefined }
type Told = Pick<Piece, 'id' | 'origin'>

/** What lies in a zone, or on a board, to ask of it what is there already. */
export type Held = { readonly ids: ReadonlySet<string>; readonly originals: ReadonlySet<string | undefined> }

export function heldOf(pieces: readonly Told[]): Held {
  return {
    ids: new Set(pieces.map(({ id }) => id)),
    originals: new Set(pieces.map(({ origin }) => nameOfOrigin(origin))),
  }
}

/** Whether a zone has this already: the thing itself, a copy of it, or what it is a copy of. */
export function isAlreadyIn(held: readonly Told[], thing: Told): boolean {
  return isHeld(heldOf(held), thing)
}

/**
 * @param boardId - of the thing, where it is of another board
 * @param hereId - the board of what is held
 */
export function isHeld({ ids, originals }: Held, { id, origin }: Told, boardId?: string, hereId?: string): boolean {
  const name = nameOn(boardId, id)
  const original = nameOfOrigin(origin, boardId, hereId)
  return ids.has(name) || (original !== undefined && ids.has(original)) || originals.has(name)
}

/** Ids are unique on one board only. */
function nameOn(boardId: string | undefined, id: string): string {
  return boardId === undefined ? id : `${boardId} ${id}`
}

function nameOfOrigin(origin: Origin | undefined, boardId?: string, hereId?: string): string | undefined {
  if (!origin) return undefined
  const its = origin.elsewhere?.boardId ?? boardId
  return nameOn(its === hereId ? undefined : its, origin.id)
}
