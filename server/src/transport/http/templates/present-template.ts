import { localise } from '#shared/board/local-text.ts'
import type { TemplateCard, TemplateDetail } from '#shared/http/templates.ts'
import type { Template } from '#shared/templates/template.ts'

/** In one language. */
export function presentCard(template: Template, locale: string): TemplateCard {
  const { id, category, people, minutes, stage, zones } = template
  return {
    id,
    title: localise(template.title, locale),
    summary: localise(template.summary, locale),
    category,
    people: { min: people.min, max: people.max },
    minutes,
    stage,
    origin: localise(template.origin, locale),
    headings: [...new Set(zones.map(({ heading }) => localise(heading, locale)))],
    pictureUrl: `/api/templates/${id}/picture.svg`,
  }
}

/** Facilitators' notes stay with the board. */
export function presentTemplate(template: Template, locale: string): TemplateDetail {
  return {
    ...presentCard(template, locale),
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
