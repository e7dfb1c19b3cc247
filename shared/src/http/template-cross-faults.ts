import type { BackgroundRule, ZoneBackground } from '../board/zone-backgrounds.ts'
import type { Template, TemplateStep, TemplateZone } from '../templates/template.ts'

/** What single fields cannot tell: that parts of a template fit together. */
export type CrossFault = {
  readonly path: readonly (string | number)[]
  readonly kind:
    | 'twice'
    | 'no_such_zone'
    | 'no_such_page'
    | 'not_drawn'
    | 'sum'
    | 'order'
    | 'needs_zones'
    | 'not_votable'
}
type Content = Omit<Template, 'id' | 'version'>
type Rules = Readonly<Record<ZoneBackground, BackgroundRule>>

export function findCrossFaults(content: Content, rules: Rules): CrossFault[] {
  const { zones, steps, pages, people, minutes } = content
  const isSum = steps.length === 0 || steps.reduce((sum, step) => sum + step.minutes, 0) === minutes
  return [
    ...(people.min > people.max ? [{ path: ['people'], kind: 'order' } as const] : []),
    ...(isSum ? [] : [{ path: ['minutes'], kind: 'sum' } as const]),
    ...findTwice('pages', pages ?? []),
    ...findTwice('zones', zones),
    ...findTwice('steps', steps),
    ...zones.flatMap((zone, i) => [
      ...(zone.page !== undefined && !pages?.some((page) => page.key === zone.page)
        ? [{ path: ['zones', i, 'page'], kind: 'no_such_page' } as const]
        : []),
      ...findDrawingFaults(zone, rules[zone.background]).map(
        (name): CrossFault => ({
          path: ['zones', i, name],
          kind: 'not_drawn',
        }),
      ),
      ...findFieldFaults(zone, i),
    ]),
    ...steps.flatMap((step, i) => findStepFaults(step, i, zones)),
  ]
}

/** Which of them has the key of one before. */
function findTwice(name: string, items: readonly { readonly key: string }[]): CrossFault[] {
  const seen = new Set<string>()
  return items.flatMap(({ key }, i) => {
    if (seen.has(key)) return [{ path: [name, i, 'key'], kind: 'twice' } as const]
    seen.add(key)
    return []
  })
}

/** What the zone's background cannot show, or needs and has not. */
function findDrawingFaults(zone: TemplateZone, rule: BackgroundRule): (keyof TemplateZone)[] {
  const { labels, rows, axes, frames, counts, dividers, background } = zone
  const within = (count: number, [least, most]: readonly [number, number]) => count >= least && count <= most
  const isFine: Partial<Record<keyof TemplateZone, boolean>> = {
    labels: within(labels.length, rule.labels),
    rows: rule.rows ? within(rows?.length ?? 0, rule.rows) : rows === undefined,
    frames: rule.frames ? within(frames ?? 0, rule.frames) : frames === undefined,
    axes: (axes !== undefined) === (rule.hasAxes === true),
    counts: counts === undefined || background === 'table',
    dividers: dividers?.every(({ row }) => row < (rows?.length ?? 0)) ?? true,
  }
  return (['labels', 'rows', 'frames', 'axes', 'counts', 'dividers'] as const).filter((name) => !isFine[name])
}

function findFieldFaults({ fields = [], rows = [], axes }: TemplateZone, zone: number): CrossFault[] {
  const faults = findTwice('fields', fields).map(({ path, kind }) => ({ path: ['zones', zone, ...path], kind }))
  return fields.reduce<CrossFault[]>((found, field, i) => {
    const path = ['zones', zone, 'fields', i]
    if (field.kind === 'choice') {
      const unique = (name: 'value' | 'symbol') => new Set(field.options.map((option) => option[name])).size
      if (unique('value') < field.options.length || unique('symbol') < field.options.length) {
        found.push({ path: [...path, 'options'], kind: 'twice' })
      }
    }
    if (field.kind === 'scale') {
      const { min, max, words, axis, row } = field
      if (min >= max) found.push({ path: [...path, 'max'], kind: 'order' })
      if (words.length > 0 && words.length !== max - min + 1)
        found.push({ path: [...path, 'words'], kind: 'not_drawn' })
      if (axis !== null && !axes) found.push({ path: [...path, 'axis'], kind: 'not_drawn' })
      if (row !== null && row >= rows.length) found.push({ path: [...path, 'row'], kind: 'not_drawn' })
    }
    return found
  }, faults)
}

function findStepFaults(step: TemplateStep, i: number, zones: readonly TemplateZone[]): CrossFault[] {
  const unknown = (name: 'zones' | 'feeds') =>
    (step[name] ?? []).flatMap((key, at): CrossFault[] => {
      const path = ['steps', i, name, at]
      if (step[name]?.indexOf(key) !== at) return [{ path, kind: 'twice' }]
      return zones.some((zone) => zone.key === key) ? [] : [{ path, kind: 'no_such_zone' }]
    })
  const isShort = step.mode === 'tables' && step.zones.length < 2
  const isVoteElsewhere = step.vote !== undefined && step.mode !== 'vote'
  const isNightElsewhere = step.goesOn !== undefined && (step.mode !== 'break' || step.minutes > 0)
  const isUnvotable = step.mode === 'vote' && zones.some(({ key, isVotable }) => step.zones.includes(key) && !isVotable)
  return [
    ...unknown('zones'),
    ...unknown('feeds'),
    ...(isShort ? [{ path: ['steps', i, 'zones'], kind: 'needs_zones' } as const] : []),
    ...(isVoteElsewhere ? [{ path: ['steps', i, 'vote'], kind: 'not_drawn' } as const] : []),
    ...(isNightElsewhere ? [{ path: ['steps', i, 'goesOn'], kind: 'not_drawn' } as const] : []),
    ...(isUnvotable ? [{ path: ['steps', i, 'zones'], kind: 'not_votable' } as const] : []),
  ]
}
