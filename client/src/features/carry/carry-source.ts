import type { Step } from '#shared/session/session.ts'
import type { ResultTarget } from '#shared/session/votes/round.ts'
import type { ZoneSummary } from '../../canvas/canvas-handle.ts'
import type { BoardItem } from '../../canvas/items/canvas-items.ts'

/** Where carrying on begins: at these notes, or at all that lies in zones, which are a step's or one by itself. */
export type CarrySource =
  | { readonly ids: readonly string[] }
  | { readonly zoneKeys: readonly string[]; readonly stepId?: string; readonly into?: readonly string[] }

export type CarryWhat = 'first' | 'chosen' | 'fitting' | 'all'
export type Taken = Pick<BoardItem, 'id' | 'text' | 'zoneKey' | 'origin'>
export type CarryOffer = { readonly what: CarryWhat; readonly items: readonly Taken[] }

/** What can be carried on from here, what is most likely meant first. */
export function offersFrom(
  source: CarrySource,
  items: readonly BoardItem[],
  selectedIds: readonly string[],
  firstVoted: readonly ResultTarget[],
  fittingIds: readonly string[] = [],
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
    { what: 'fitting', items: all.filter(({ id }) => fittingIds.includes(id)) },
    { what: 'all', items: all },
  ]
  return offers.filter((offer) => offer.what === 'all' || offer.items.length > 0)
}

/** The zones that are meant: those that were asked for, else one that a step with these zones feeds, else another one. */
export function likelyZones(
  source: CarrySource,
  from: readonly string[],
  zones: readonly ZoneSummary[],
  steps: readonly Pick<Step, 'zones' | 'feeds'>[],
): readonly ZoneSummary[] {
  const byKey = (key: string) => zones.find((zone) => zone.key === key) ?? []
  const asked = 'ids' in source ? [] : (source.into ?? []).flatMap(byKey)
  if (asked.length > 0) return asked
  const fed = steps.filter((step) => step.zones.some((key) => from.includes(key))).flatMap(({ feeds }) => feeds)
  const [found = zones.find(({ key }) => !from.includes(key))] = fed.flatMap(byKey)
  return found ? [found] : []
}
