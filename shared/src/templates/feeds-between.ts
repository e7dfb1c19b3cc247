import type { ZoneProps } from '../board/zone-shape.ts'
import { actionsAt, type Feed, feeds } from './feeds.ts'
import { findTemplate } from './index.ts'
import type { Template } from './template.ts'

/** What of a zone says what it is for. */
export type FeedZone = Pick<ZoneProps, 'key' | 'heading' | 'noteKinds' | 'background'>

/** A board as feeds see it: the template it began from, and its zones. */
export type FeedEnd = { readonly template: string | null; readonly zones: readonly FeedZone[] }

/** Zones of one board in which there may be what a zone of another needs, by their keys there. */
export type BoardFeed = Pick<Feed, 'zones' | 'into' | 'rows'>

/**
 * How one board feeds another. Boards of our templates do as their methods say. On all others, begun from a template of
 * the organisation or drawn by hand, a zone stands for the zone of ours that it is: it has the same key and was not made
 * anew, or is called the same. And where one of the two boards is such a one, zones of one name feed each other: so an
 * organisation makes a feed by giving two zones one name.
 */
export function feedsBetween(from: FeedEnd, to: FeedEnd): readonly BoardFeed[] {
  const isSameTemplate = from.template !== null && from.template === to.template
  if (isSameTemplate || (isOurs(from) && isOurs(to))) return feedsByMethod(from, to)
  return joined([...feedsByMethod(from, to), ...namesakes(from, to)])
}

/** Only what methods say, whoever made the boards. */
export function feedsByMethod(from: FeedEnd, to: FeedEnd): readonly BoardFeed[] {
  const [sources, targets] = [rolesOf(from), rolesOf(to)]
  return joined(
    feeds.flatMap(({ from: source, zones, to: target, into, rows }): BoardFeed[] => {
      const [needing] = targets.get(nameOf(target, into)) ?? []
      const keys = zones.flatMap((key) => sources.get(nameOf(source, key)) ?? [])
      return needing !== undefined && keys.length > 0 ? [{ zones: keys, into: needing, rows }] : []
    }),
  )
}

/** The zone of a board in which what is to be done is collected. */
export function actionsZoneOf(board: FeedEnd): string | undefined {
  return rolesOf(board).get(nameOf(actionsAt.template, actionsAt.zone))?.[0]
}

/** As far as its template says it: nobody has looked at the board. */
export function endOfTemplate({ id, zones }: Pick<Template, 'id' | 'zones'>): FeedEnd {
  return { template: id, zones }
}

function isOurs({ template }: FeedEnd): boolean {
  return template !== null && findTemplate(template) !== undefined
}

function nameOf(template: string, key: string): string {
  return `${template} ${key}`
}

type NamedZone = FeedZone & { readonly names: ReadonlySet<string> }

/** In any language: what an organisation types is one text for all. */
function named(zones: readonly FeedZone[]): readonly NamedZone[] {
  return zones.map((zone) => {
    const names = Object.values(zone.heading).map(plainName)
    return { ...zone, names: new Set(names.filter((name) => name !== '')) }
  })
}

const fedIds = [...new Set([...feeds.flatMap(({ from, to }) => [from, to]), actionsAt.template])]
const fedTemplates = fedIds.map((id) => ({ id, zones: named(findTemplate(id)?.zones ?? []) }))

/** Which zones of a board stand for which of our templates', by template and key. */
function rolesOf(board: FeedEnd): ReadonlyMap<string, readonly string[]> {
  const roles = new Map<string, string[]>()
  if (isOurs(board)) {
    for (const { key } of board.zones) roles.set(nameOf(String(board.template), key), [key])
    return roles
  }
  const all = named(board.zones)
  const alike = fedTemplates.map(({ id, zones }) => ({
    id,
    pairs: all.flatMap((zone) => zones.filter((ours) => isSameZone(zone, ours)).map((ours) => ({ zone, ours }))),
  }))
  for (const zone of all) {
    // "Clusters" is a zone of several methods: the board is most like one of them.
    const candidates = alike.filter(({ pairs }) => pairs.some((pair) => pair.zone === zone))
    const most = Math.max(...candidates.map(({ pairs }) => pairs.length))
    for (const { id, pairs } of candidates) {
      if (pairs.length < most) continue
      for (const { ours } of pairs.filter((pair) => pair.zone === zone)) {
        const name = nameOf(id, ours.key)
        roles.set(name, [...(roles.get(name) ?? []), zone.key])
      }
    }
  }
  return roles
}

function isSameZone(zone: NamedZone, ours: NamedZone): boolean {
  const isKept = zone.key === ours.key && zone.background === ours.background
  return takesAlike(zone, ours) && (isKept || isCalledAlike(zone, ours))
}

function isCalledAlike({ names }: NamedZone, other: NamedZone): boolean {
  return [...names].some((name) => other.names.has(name))
}

function takesAlike({ noteKinds }: FeedZone, other: FeedZone): boolean {
  return noteKinds.some((kind) => other.noteKinds.includes(kind))
}

function namesakes(from: FeedEnd, to: FeedEnd): BoardFeed[] {
  const sources = named(from.zones)
  return named(to.zones).flatMap((zone) => {
    const alike = sources.filter((source) => takesAlike(source, zone) && isCalledAlike(source, zone))
    return alike.length > 0 ? [{ zones: alike.map(({ key }) => key), into: zone.key }] : []
  })
}

function plainName(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
}

/** A zone is fed once, by all that feeds it. */
function joined(found: readonly BoardFeed[]): BoardFeed[] {
  const byZone = new Map<string, BoardFeed>()
  for (const feed of found) {
    const known = byZone.get(feed.into)
    const zones = [...new Set([...(known?.zones ?? []), ...feed.zones])]
    byZone.set(feed.into, { zones, into: feed.into, rows: known?.rows ?? feed.rows })
  }
  return [...byZone.values()]
}
