import { localise } from '#shared/board/local-text.ts'
import type { TemplateCard, TemplateDetail } from '#shared/http/templates.ts'
import type { KnownTemplate } from '../../../domain/template/template-library.ts'

/** Another version is another picture. */
export function pictureUrlOf(id: string, version: number): string {
  return `/api/templates/${id}/picture.svg?version=${version}`
}

/** In one language. */
export function presentCard({ template, own }: KnownTemplate, locale: string): TemplateCard {
  const { id, version, category, people, minutes, stage, zones } = template
  return {
    id,
    isOwn: own !== undefined,
    isPutAway: own !== undefined && own.archivedAtMs !== null,
    version,
    title: localise(template.title, locale),
    summary: localise(template.summary, locale),
    category,
    people: { min: people.min, max: people.max },
    minutes,
    stage,
    origin: localise(template.origin, locale),
    headings: [...new Set(zones.map(({ heading }) => localise(heading, locale)))],
    pictureUrl: pictureUrlOf(id, version),
  }
}

/** Facilitators' notes stay with the board. */
export function presentTemplate(known: KnownTemplate, locale: string): TemplateDetail {
  const { template } = known
  return {
    ...presentCard(known, locale),
    zones: template.zones.map(({ key, heading, prompt, purpose }) => ({
      key,
      heading: localise(heading, locale),
      prompt: localise(prompt, locale),
      purpose: localise(purpose, locale),
    })),
    steps: template.steps.map(({ key, title, minutes, mode, prompt }) => ({
      key,
      title: localise(title, locale),
      minutes,
      mode,
      prompt: localise(prompt, locale),
    })),
  }
}
