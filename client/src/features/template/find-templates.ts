import type { TemplateCard } from '#shared/http/templates.ts'
import { matchesWords } from '../../ui/matches-words.ts'

/** What is asked of a template; undefined asks nothing. */
export type TemplateWishes = {
  readonly words: string
  /** Only what the organisation made itself. */
  readonly isOwn: boolean
  readonly category: TemplateCard['category'] | undefined
  readonly stage: TemplateCard['stage'] | undefined
  /** How many will come. */
  readonly people: number | undefined
  /** How long there is at most. */
  readonly minutes: number | undefined
}

export const noWishes: TemplateWishes = {
  words: '',
  isOwn: false,
  category: undefined,
  stage: undefined,
  people: undefined,
  minutes: undefined,
}

/** Those that fit all that is asked, in the order they came in. */
export function findTemplates(templates: readonly TemplateCard[], wishes: TemplateWishes): readonly TemplateCard[] {
  const { words, isOwn, category, stage, people, minutes } = wishes
  return templates.filter(
    (template) =>
      (!isOwn || template.isOwn) &&
      (category === undefined || template.category === category) &&
      (stage === undefined || template.stage === stage || template.stage === 'any') &&
      (people === undefined || (template.people.min <= people && people <= template.people.max)) &&
      (minutes === undefined || template.minutes <= minutes) &&
      matchesWords([template.title, template.summary, template.origin, ...template.headings], words),
  )
}

/** How many there would be of each category, with all else that is asked. */
export function countByCategory(
  templates: readonly TemplateCard[],
  wishes: TemplateWishes,
): ReadonlyMap<TemplateCard['category'], number> {
  const counts = new Map<TemplateCard['category'], number>()
  for (const { category } of templates) counts.set(category, 0)
  for (const { category } of findTemplates(templates, { ...wishes, category: undefined })) {
    counts.set(category, (counts.get(category) ?? 0) + 1)
  }
  return counts
}
