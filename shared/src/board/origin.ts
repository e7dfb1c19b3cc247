/** What a copy remembers of what it was made from: the shape, and the key of the zone that it lay in. Nothing of who wrote it. */
export type Origin = { readonly id: string; readonly zoneKey: string | undefined }

const [idName, zoneName] = ['copiedFrom', 'copiedZone'] as const

export function originMeta({ id, zoneKey }: Origin): Readonly<Record<string, string>> {
  return { [idName]: id, ...(zoneKey === undefined ? {} : { [zoneName]: zoneKey }) }
}

/** Undefined for what is no copy. */
export function originOf(meta: Readonly<Record<string, unknown>> | undefined): Origin | undefined {
  const [id, zoneKey] = [meta?.[idName], meta?.[zoneName]]
  if (typeof id !== 'string') return undefined
  return { id, zoneKey: typeof zoneKey === 'string' ? zoneKey : undefined }
}

type Piece = { readonly id: string; readonly zoneId: string | undefined; readonly origin: Origin | undefined }

/**
 * Whether a zone has this already: the thing itself, a copy of it, or what it is a copy of.
 *
 * @param held - what lies in the zone
 */
export function isAlreadyIn(
  held: readonly Pick<Piece, 'id' | 'origin'>[],
  { id, origin }: Pick<Piece, 'id' | 'origin'>,
): boolean {
  return held.some((piece) => piece.id === id || piece.origin?.id === id || piece.id === origin?.id)
}
