import { describe, expect, test } from 'vitest'
import type { TemplateCard } from '#shared/http/templates.ts'
import { countByCategory, findTemplates, noWishes, type TemplateWishes } from './find-templates.ts'

function card(id: string, given: Partial<TemplateCard>): TemplateCard {
  return {
    id,
    isOwn: false,
    isPutAway: false,
    version: 1,
    title: id,
    summary: '',
    category: 'cafe',
    people: { min: 2, max: 8 },
    minutes: 60,
    stage: 'idea',
    origin: '',
    headings: [],
    pictureUrl: '',
    ...given,
  }
}

const all = [
  card('Café', { people: { min: 12, max: 60 }, minutes: 90, headings: ['Parking lot', 'Vote wall'] }),
  card('Sprint', { category: 'sprint', minutes: 420, stage: 'sprint', summary: 'A day at the map' }),
  card('Retro', { category: 'hand-over', minutes: 45, stage: 'pilot', origin: 'Derby & Larsen' }),
]
const found = (wishes: Partial<TemplateWishes>) => findTemplates(all, { ...noWishes, ...wishes }).map(({ id }) => id)

describe('templates are found', () => {
  test('all of them, by who asks nothing', () => {
    expect(found({})).toEqual(['Café', 'Sprint', 'Retro'])
  })

  test('by words of title, summary, origin and zones, whatever their accents', () => {
    expect(found({ words: 'cafe' })).toEqual(['Café'])
    expect(found({ words: 'MAP day' })).toEqual(['Sprint'])
    expect(found({ words: 'larsen' })).toEqual(['Retro'])
    expect(found({ words: 'parking' })).toEqual(['Café'])
    expect(found({ words: 'parking larsen' })).toEqual([])
  })

  test('by whose they are', () => {
    expect(findTemplates([...all, card('Mine', { isOwn: true })], { ...noWishes, isOwn: true })).toHaveLength(1)
  })

  test('by how many come, both ends included', () => {
    expect(found({ people: 12 })).toEqual(['Café'])
    expect(found({ people: 60 })).toEqual(['Café'])
    expect(found({ people: 8 })).toEqual(['Sprint', 'Retro'])
    expect(found({ people: 61 })).toEqual([])
  })

  test('by the time there is, by kind and by stage, all together', () => {
    expect(found({ minutes: 90 })).toEqual(['Café', 'Retro'])
    expect(found({ category: 'sprint' })).toEqual(['Sprint'])
    expect(found({ stage: 'pilot', minutes: 45, people: 5 })).toEqual(['Retro'])
    expect(found({ stage: 'pilot', category: 'cafe' })).toEqual([])
  })
})

test('what serves every stage is found with each of them', () => {
  const tracker = card('Tracker', { stage: 'any' })
  const found = findTemplates([...all, tracker], { ...noWishes, stage: 'sprint' })
  expect(found.map(({ id }) => id)).toEqual(['Sprint', 'Tracker'])
})

test('each kind says how many it would show, with all else that is asked', () => {
  const counts = countByCategory(all, { ...noWishes, minutes: 90, category: 'sprint' })
  expect([...counts]).toEqual([
    ['cafe', 1],
    ['sprint', 0],
    ['hand-over', 1],
  ])
})
