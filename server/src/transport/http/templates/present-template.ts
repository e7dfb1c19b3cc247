import { localise } from '#shared/board/local-text.ts'
import type { TemplateSummary } from '#shared/http/templates.ts'
import type { Template } from '#shared/templates/template.ts'

/** In one language; facilitators' notes stay with the board. */
export function presentTemplate(template: Template, locale: string): TemplateSummary {
  const { id, category, people, minutes, stage, zones, steps } = template
  const say = (text: Parameters<typeof localise>[0]) => localise(text, locale)
  return {
    id,
    title: say(template.title),
    summary: say(template.summary),
    category,
    people: { min: people.min, max: people.max },
    minutes,
    stage,
    origin: say(template.origin),
    pictureUrl: `/api/templates/${id}/picture.svg`,
    zones: zones.map(({ key, heading, prompt, purpose }) => ({
      key,
      heading: say(heading),
      prompt: say(prompt),
      purpose: say(purpose),
    })),
    steps: steps.map((step) => ({
      key: step.key,
      title: say(step.title),
      minutes: step.minutes,
      mode: step.mode,
      prompt: say(step.prompt),
    })),
  }
}
