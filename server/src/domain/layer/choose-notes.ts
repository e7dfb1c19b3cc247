import type { BoardRecord } from '#shared/board/board-records.ts'
import type { RevealRequest } from '#shared/http/layers.ts'

/** What of a layer is revealed and what stays in it. */
export type Choice = {
  readonly shapes: readonly BoardRecord[]
  /** Between what is revealed; others are gone with the arrow that they belong to, or stay with it. */
  readonly bindings: readonly BoardRecord[]
  readonly assets: readonly BoardRecord[]
  readonly kept: readonly BoardRecord[]
}

/**
 * @param zoneKeyOf - of the zone of the board that a shape of the layer lies in; undefined outside of all
 */
export function chooseNotes(
  records: readonly BoardRecord[],
  request: RevealRequest,
  zoneKeyOf: (shape: BoardRecord) => string | undefined,
): Choice {
  const shapes = records.filter(({ typeName }) => typeName === 'shape')
  const endsOf = endsByArrow(records)
  const isAsked = isAskedFor(request, zoneKeyOf)
  const chosen = new Set(shapes.filter((shape) => !endsOf.has(shape.id) && isAsked(shape)).map(({ id }) => id))
  // An arrow goes with what it is bound to, and stays with it.
  for (const [arrow, ends] of endsOf) if (ends.every((end) => chosen.has(end))) chosen.add(arrow)
  const isWhole = ({ typeName, fromId, toId }: BoardRecord) =>
    typeName === 'binding' && chosen.has(String(fromId)) && chosen.has(String(toId))
  const revealed = shapes.filter(({ id }) => chosen.has(id))
  const assetIds = new Set(revealed.map(assetOf))
  const needed = new Set(shapes.flatMap((shape) => (chosen.has(shape.id) ? [] : [assetOf(shape)])))
  return {
    shapes: revealed,
    bindings: records.filter(isWhole),
    assets: records.filter(({ id, typeName }) => typeName === 'asset' && assetIds.has(id)),
    kept: records.filter((record) => {
      if (record.typeName === 'asset') return needed.has(record.id) || !assetIds.has(record.id)
      return !chosen.has(record.id) && !isWhole(record)
    }),
  }
}

function isAskedFor(
  request: RevealRequest,
  zoneKeyOf: (shape: BoardRecord) => string | undefined,
): (shape: BoardRecord) => boolean {
  switch (request.scope) {
    case 'all':
      return () => true
    case 'zone':
      return (shape) => zoneKeyOf(shape) === request.zone
    case 'own': {
      if (!request.recordIds) return () => true
      const ids = new Set(request.recordIds)
      return ({ id }) => ids.has(id)
    }
  }
}

/** The shapes that arrows are bound to, by the arrow's id. */
export function endsByArrow(records: readonly BoardRecord[]): ReadonlyMap<string, readonly string[]> {
  const ends = new Map<string, string[]>()
  for (const { typeName, fromId, toId } of records) {
    if (typeName !== 'binding') continue
    const known = ends.get(String(fromId))
    if (known) known.push(String(toId))
    else ends.set(String(fromId), [String(toId)])
  }
  return ends
}

export function assetOf({ props }: BoardRecord): string | undefined {
  return typeof props?.assetId === 'string' ? props.assetId : undefined
}
