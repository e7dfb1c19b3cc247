import { useSearchParams } from 'react-router'
import { type TemplateCategory, templateCategories, templateStages } from '#shared/templates/template.ts'
import { noWishes, type TemplateWishes } from './find-templates.ts'

/** What is asked of the gallery, kept in the address: "back" from a preview finds it as it was. */
export function useWishes(): readonly [TemplateWishes, (changes: Partial<TemplateWishes>) => void, () => void] {
  const [params, setParams] = useSearchParams()
  const wishes: TemplateWishes = {
    words: params.get('words') ?? noWishes.words,
    isOwn: params.get('own') === 'yes',
    category: readCategory(params.get('kind')),
    stage: templateStages.find((stage) => stage === params.get('stage')),
    people: readCount(params.get('people')),
    minutes: readCount(params.get('minutes')),
  }
  const write = (next: TemplateWishes) =>
    setParams(
      {
        ...(next.words && { words: next.words }),
        ...(next.isOwn && { own: 'yes' }),
        ...(next.category && { kind: next.category }),
        ...(next.stage && { stage: next.stage }),
        ...(next.people && { people: String(next.people) }),
        ...(next.minutes && { minutes: String(next.minutes) }),
      },
      { replace: true },
    )
  return [wishes, (changes) => write({ ...wishes, ...changes }), () => write(noWishes)]
}

function readCategory(value: string | null): TemplateCategory | undefined {
  return templateCategories.find((category) => category === value)
}

/** What somebody typed into the address is nothing but a wish: what makes no sense asks nothing. */
function readCount(value: string | null): number | undefined {
  const count = Number(value)
  return Number.isInteger(count) && count > 0 && count <= 10_000 ? count : undefined
}
