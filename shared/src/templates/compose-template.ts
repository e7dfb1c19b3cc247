import type { LocalText } from '../board/local-text.ts'
import type { GoesOn } from '../session/session.ts'
import type { Template, TemplatePage, TemplateStep, TemplateZone } from './template.ts'

/** One template among those that are composed; its keys get the page's before them. */
export type ComposedPage = {
  readonly key: string
  readonly title: LocalText
  readonly template: Template
  /** When it begins, counted from the day of the page before. */
  readonly begins?: GoesOn
}
/** What a step of one page feeds on others; keys as they are in the composed template. */
export type CarryOver = { readonly step: string; readonly zones: readonly string[] }

export type Composition = Pick<Template, 'id' | 'version' | 'title' | 'summary' | 'category' | 'stage' | 'origin'> & {
  /** Between the days; it comes after the steps of that page. */
  readonly nightAfter: (page: ComposedPage, next: ComposedPage) => Omit<TemplateStep, 'key' | 'goesOn'>
  readonly pages: readonly ComposedPage[]
  readonly carryOvers: readonly CarryOver[]
}

/**
 * Several templates as one: a page for each, their runs of show one after the other, and what comes of one page led on
 * to the next. Whatever they say stays as they say it.
 */
export function composeTemplate({ pages, carryOvers, nightAfter, ...words }: Composition): Template {
  const templates = pages.map(({ template }) => template)
  const steps = pages.flatMap((page, i): TemplateStep[] => {
    const next = pages[i + 1]
    const own = page.template.steps.map((step) => stepOn(page.key, step))
    if (!next?.begins) return own
    return [...own, { ...nightAfter(page, next), key: `${page.key}-over`, goesOn: next.begins }]
  })
  const zones = pages.flatMap(({ key, template }) => template.zones.map((zone) => zoneOn(key, zone)))
  return {
    ...words,
    people: {
      min: Math.max(...templates.map(({ people }) => people.min)),
      max: Math.min(...templates.map(({ people }) => people.max)),
    },
    minutes: templates.reduce((sum, { minutes }) => sum + minutes, 0),
    pages: pages.map(({ key, title }): TemplatePage => ({ key, title })),
    zones,
    steps: steps.map((step): TemplateStep => {
      const carried = carryOvers.filter((carry) => carry.step === step.key).flatMap((carry) => carry.zones)
      return carried.length > 0 ? { ...step, feeds: [...new Set([...(step.feeds ?? []), ...carried])] } : step
    }),
  }
}

function zoneOn(page: string, zone: TemplateZone): TemplateZone {
  return { ...zone, key: `${page}-${zone.key}`, page }
}

function stepOn(page: string, step: TemplateStep): TemplateStep {
  const keyed = (keys: readonly string[]) => keys.map((key) => `${page}-${key}`)
  return {
    ...step,
    key: `${page}-${step.key}`,
    zones: keyed(step.zones),
    ...(step.feeds && { feeds: keyed(step.feeds) }),
  }
}
