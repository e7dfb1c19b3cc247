import type { BoardRecord } from '../board/board-records.ts'
import { fitZone } from '../board/fit-zone.ts'
import type { LocalText } from '../board/local-text.ts'
import { isLocalText } from '../board/pages.ts'
import { isZone, type ZoneProps } from '../board/zone-shape.ts'
import type { Step } from '../session/session.ts'
import type { PreparedVote } from '../session/votes/prepared-vote.ts'
import {
  type Template,
  type TemplatePage,
  type TemplateStep,
  type TemplateVote,
  type TemplateZone,
  type ZonePlace,
  zoneCell,
} from './template.ts'

/** What a facilitator says of her template. */
export type TemplateWords = Pick<Template, 'title' | 'summary' | 'category' | 'stage' | 'people'>
type Content = Omit<Template, 'id' | 'version'>

/**
 * A board as a template: its zones and pages, and a run of show. Notes, pictures and whoever made them stay where they
 * are: of a board's records nothing but zones and pages is looked at.
 *
 * @param given.steps - of the board's session; where it has none, the steps of what it `began` from
 * @returns undefined for a board without zones
 */
export function templateFromBoard(
  records: readonly BoardRecord[],
  given: { words: TemplateWords; began: Template | undefined; steps: readonly Step[] | undefined },
): Content | undefined {
  const found = readZones(records)
  if (found.length === 0) return undefined
  const pageIds = [...new Set(found.map(({ pageId }) => pageId))]
  const pageKeys = new Map(pageIds.map((id, i) => [id, keyOr(id.slice('page:'.length), `page-${i + 1}`)]))
  const hasPages = pageIds.length > 1
  const corners = new Map(pageIds.map((id) => [id, cornerOf(found.filter(({ pageId }) => pageId === id))]))
  const taken = new Set<string>()
  const zones = found.map(({ props, x, y, pageId }, i): TemplateZone => {
    const { w, h, order: _order, key, heading, purpose = { en: '' }, ...rest } = props
    const corner = corners.get(pageId) ?? { x: 0, y: 0 }
    const page = hasPages ? pageKeys.get(pageId) : undefined
    return {
      // Two people may have changed what it shows at the same time.
      ...fitZone(withoutUndefined(rest)),
      heading: saidHeading(heading, i + 1),
      key: freeKey(key, `zone-${i + 1}`, taken),
      purpose,
      place: placeOf({ x: x - corner.x, y: y - corner.y, w, h }),
      ...(page !== undefined && { page }),
    }
  })
  const steps = given.steps?.map((step, i) => toTemplateStep(step, i, zones)) ?? stepsWithin(given.began, zones)
  return {
    ...given.words,
    minutes: steps.reduce((sum, { minutes }) => sum + minutes, 0),
    origin: given.began?.origin ?? { en: '' },
    ...(hasPages && { pages: pageIds.map((id) => pageOf(records, id, pageKeys.get(id) ?? id)) }),
    zones,
    steps,
  }
}

type PlacedZone = {
  readonly id: string
  readonly props: ZoneProps
  readonly x: number
  readonly y: number
  readonly pageId: string
}

/** Page after page, each in its reading order. */
function readZones(records: readonly BoardRecord[]): PlacedZone[] {
  const byId = new Map(records.map((record) => [record.id, record]))
  const indexOf = (pageId: string) => String(byId.get(pageId)?.index ?? '')
  const zones = records.filter(isZone).map((record): PlacedZone => {
    let x = Number(record.x)
    let y = Number(record.y)
    let parent = byId.get(String(record.parentId))
    // A zone in a frame or a group lies where that lies.
    for (let depth = 0; parent?.typeName === 'shape' && depth < 100; depth += 1) {
      x += Number(parent.x)
      y += Number(parent.y)
      parent = byId.get(String(parent.parentId))
    }
    // A board holds only zones that its schema takes.
    return { id: record.id, props: record.props as ZoneProps, x, y, pageId: parent?.id ?? String(record.parentId) }
  })
  const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  return zones.toSorted(
    (a, b) => byText(indexOf(a.pageId), indexOf(b.pageId)) || a.props.order - b.props.order || byText(a.id, b.id),
  )
}

function cornerOf(zones: readonly PlacedZone[]): { x: number; y: number } {
  return { x: Math.min(...zones.map(({ x }) => x)), y: Math.min(...zones.map(({ y }) => y)) }
}

/** In cells, to a millionth: what was moved by hand stays where it was put. */
function placeOf({ x, y, w, h }: { x: number; y: number; w: number; h: number }): ZonePlace {
  const round = (cells: number) => Math.round(cells * 1_000_000) / 1_000_000
  const { w: cellW, h: cellH, gap } = zoneCell
  const [columns, rows] = [round((w + gap) / (cellW + gap)), round((h + gap) / (cellH + gap))]
  return {
    column: round(x / (cellW + gap)),
    row: round(y / (cellH + gap)),
    ...(columns !== 1 && { columns }),
    ...(rows !== 1 && { rows }),
  }
}

/** A language in which a zone is called nothing gets another one's words; one that is called nothing at all, its number. */
function saidHeading(heading: LocalText, number: number): LocalText {
  const said = Object.entries(heading).filter(([, words]) => words.trim() !== '')
  return { ...Object.fromEntries(said), en: heading.en?.trim() ? heading.en : (said[0]?.[1] ?? String(number)) }
}

const keyPattern = /^[a-z][a-z0-9-]{0,39}$/

function keyOr(key: string, other: string): string {
  return keyPattern.test(key) ? key : other
}

/** A zone that somebody copied has the key of the first one. */
function freeKey(key: string, other: string, taken: Set<string>): string {
  let free = keyOr(key, other)
  for (let number = 1; taken.has(free); number += 1) free = `${other}-${number}`
  taken.add(free)
  return free
}

function withoutUndefined<Props extends object>(props: Props): Props {
  return Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined)) as Props
}

function pageOf(records: readonly BoardRecord[], id: string, key: string): TemplatePage {
  const page = records.find((record) => record.id === id)
  const title = page?.meta?.title
  return { key, title: isLocalText(title) ? title : { en: String(page?.name ?? key) } }
}

/** The steps of what the board began from, as far as its zones are still there. */
function stepsWithin(began: Template | undefined, zones: readonly TemplateZone[]): TemplateStep[] {
  const isThere = (key: string) => zones.some((zone) => zone.key === key)
  return (began?.steps ?? []).map((step) =>
    settle(
      { ...step, zones: step.zones.filter(isThere), ...(step.feeds && { feeds: step.feeds.filter(isThere) }) },
      zones,
    ),
  )
}

function toTemplateStep(step: Step, i: number, zones: readonly TemplateZone[]): TemplateStep {
  const { id: _id, title, parts, vote, goesOn, ...rest } = step
  const isThere = (key: string) => zones.some((zone) => zone.key === key)
  const isSaid = Object.values(title).every((words) => words.trim() !== '')
  return settle(
    {
      ...rest,
      key: `step-${i + 1}`,
      title: isSaid ? title : { en: String(i + 1) },
      zones: step.zones.filter(isThere),
      feeds: step.feeds.filter(isThere),
      ...(parts !== undefined && { parts }),
      ...(vote && { vote: toTemplateVote(vote) }),
      ...(goesOn && { goesOn }),
    },
    zones,
  )
}

/** What a session lets a facilitator plan, and a template does not promise: tables without tables, votes where nobody votes. */
function settle({ vote, ...step }: TemplateStep, zones: readonly TemplateZone[]): TemplateStep {
  const isVotable = (key: string) => zones.some((zone) => zone.key === key && zone.isVotable)
  if (step.mode === 'vote') return { ...step, zones: step.zones.filter(isVotable), ...(vote && { vote }) }
  return step.mode === 'tables' && step.zones.length < 2 ? { ...step, mode: 'open' } : step
}

function toTemplateVote({ dots, severalOnOne, isSecret, isStraw, target, superVotes }: PreparedVote): TemplateVote {
  return {
    dots,
    isSeveralOnOne: severalOnOne,
    isNamed: !isSecret,
    superVotes,
    isStraw,
    onPictures: target === 'pictures',
  }
}
