import type { Step } from '#shared/session/session.ts'
import type { ResultTarget } from '#shared/session/votes/round.ts'
import type { ZoneSummary } from '../../canvas/canvas-handle.ts'
import type { BoardItem } from '../../canvas/items/canvas-items.ts'

/** Where carrying on begins: at these notes, or at all that lies in zones, which are a step's or one by itself. */
export type CarrySource =
  | { readonly ids: readonly string[] }
  | { readonly zoneKeys: readonly string[]; readonly stepId?: string; readonly into?: string }

export type CarryWhat = 'first' | 'chosen' | 'all'
export type Taken = Pick<BoardItem, 'id' | 'text' | 'zoneKey' | 'origin'>
export type CarryOffer = { readonly what: CarryWhat; readonly items: readonly Taken[] }

/** What can be carried on from here, what is most likely meant first. */
export function offersFrom(
  source: CarrySource,
  items: readonly BoardItem[],
  selectedIds: readonly string[],
  firstVoted: readonly ResultTarget[],
): readonly CarryOffer[] {
  if ('ids' in source) return [{ what: 'chosen', items: items.filter(({ id }) => source.ids.includes(id)) }]
  const all = items.filter(({ zoneKey }) => zoneKey !== undefined && source.zoneKeys.includes(zoneKey))
  const chosen = all.filter(({ id }) => selectedIds.includes(id))
  const first = firstVoted
    .filter(({ zone }) => zone === null || source.zoneKeys.includes(zone))
    .map(({ targetId, text, zone }): Taken => {
      const item = items.find(({ id }) => id === targetId)
      return item ?? { id: targetId, text, zoneKey: zone ?? undefined, origin: undefined }
    })
  const offers: readonly CarryOffer[] = [
    { what: 'chosen', items: chosen },
    { what: 'first', items: first },
    { what: 'all', items: all },
  ]
  return offers.filter((offer) => offer.what === 'all' || offer.items.length > 0)
}

/** The zone that is meant: the one that was asked for, else what a step with these zones feeds, else another one. */
export function likelyZone(
  source: CarrySource,
  from: readonly string[],
  zones: readonly ZoneSummary[],
  steps: readonly Pick<Step, 'zones' | 'feeds'>[],
): ZoneSummary | undefined {
  const asked = 'ids' in source ? undefined : source.into
  const fed = steps.filter((step) => step.zones.some((key) => from.includes(key))).flatMap(({ feeds }) => feeds)
  const keys = [...(asked === undefined ? [] : [asked]), ...fed]
  const found = keys.flatMap((key) => zones.find((zone) => zone.key === key) ?? [])
  return found[0] ?? zones.find(({ key }) => !from.includes(key))
}
