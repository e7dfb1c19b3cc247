import { describe, expect, test } from 'vitest'
import type { BoardRecord } from '../board/board-records.ts'
import { withRootRecords } from '../board/new-board.ts'
import type { ZoneProps } from '../board/zone-shape.ts'
import { checkTemplateContent } from '../http/read-template-file.ts'
import { newSession, planFromTemplate } from '../session/plan-from-template.ts'
import { templateRecords, templates } from './index.ts'
import type { Template } from './template.ts'
import { type TemplateWords, templateFromBoard } from './template-from-board.ts'

const plan = {
  title: '',
  startsAtMs: null,
  timeZone: 'UTC',
  format: 'hybrid',
  meetingUrl: null,
  expectedPeople: null,
} as const

function contentOf({ id: _id, version: _version, ...content }: Template) {
  return content
}

describe.each(templates.map((template) => [template.id, template] as const))('a board from %s', (_, template) => {
  const records = withRootRecords(templateRecords(template))

  test('becomes that template again', () => {
    const { title, summary, category, stage, people } = template
    const words = { title, summary, category, stage, people }
    const content = templateFromBoard(records, { words, began: template, steps: undefined })
    const pages = template.pages?.map((page) => page.key)
    // The first page's record has tldraw's own id, so its key is that.
    const asKey = (page: string) => (page === pages?.[0] ? 'page' : page)
    expect(content).toEqual({
      ...contentOf(template),
      ...(template.pages && { pages: template.pages.map((page) => ({ ...page, key: asKey(page.key) })) }),
      zones: template.zones.map((zone) => (zone.page === undefined ? zone : { ...zone, page: asKey(zone.page) })),
    })
  })

  test('and its session give a template that can be read, whose sessions have the same steps', () => {
    const ids = () => {
      let count = 0
      return () => {
        count += 1
        return `step-${count}`
      }
    }
    const { plan: planned } = newSession('session', 'board', planFromTemplate(template, plan, ids()), null)
    const { title, summary, category, stage, people } = template
    const words = { title, summary, category, stage, people }
    const content = templateFromBoard(records, { words, began: undefined, steps: planned.steps })
    const checked = checkTemplateContent(content)
    expect(planFromTemplate({ ...checked, id: 'own', version: 1 }, plan, ids()).steps).toEqual(planned.steps)
  })
})

describe('of what is on a board', () => {
  const [template] = templates
  if (!template) throw new Error('there are no templates')
  const words = contentOf(template)
  const records = withRootRecords(templateRecords(template))
  const secret = 'Sela’s secret'
  const shape = (id: string, more: Record<string, unknown>): BoardRecord => ({
    ...{ id: `shape:${id}`, typeName: 'shape', parentId: 'page:page', x: 0, y: 0, meta: { by: secret, name: secret } },
    ...more,
  })
  const from = (all: readonly BoardRecord[]) => templateFromBoard(all, { words, began: template, steps: undefined })

  test('notes, pictures, names and values stay there', () => {
    const zones = records.map((record) => ({ ...record, meta: { ...record.meta, madeBy: secret } }))
    const notes = [
      shape('a', { type: 'note', props: { richText: secret } }),
      shape('b', { type: 'image', props: { altText: secret } }),
      { id: 'asset:c', typeName: 'asset', props: { src: secret } },
    ]
    expect(from([...zones, ...notes])).toEqual(from(records))
    expect(JSON.stringify(from([...zones, ...notes]))).not.toContain(secret)
  })

  test('a zone that was moved stays where it was put, and a copy of one gets a key of its own', () => {
    const [first] = records.filter(({ type }) => type === 'zone')
    const copy = {
      ...first,
      id: 'shape:copy',
      typeName: 'shape',
      x: 20_000,
      y: -300,
      props: { ...first?.props, order: 99 },
    }
    const content = from([...records, copy])
    expect(new Set(content?.zones.map(({ key }) => key)).size).toBe(template.zones.length + 1)
    const placed = templateRecords({ ...checkTemplateContent(content), id: 'own', version: 1 })
    const last = placed.at(-1)
    // The page's upper left corner is now the copy's upper edge.
    expect([Math.round(Number(last?.x)), Math.round(Number(last?.y))]).toEqual([20_000, 0])
  })

  test('without zones there is no template', () => {
    expect(from(withRootRecords([]))).toBeUndefined()
  })

  test('steps lead to the zones that are left', () => {
    const [gone] = template.zones
    const content = from(records.filter(({ props }) => props?.key !== gone?.key))
    expect(content?.steps).toHaveLength(template.steps.length)
    expect(content?.steps.some(({ zones }) => zones.includes(gone?.key ?? ''))).toBe(false)
    expect(() => checkTemplateContent(content)).not.toThrow()
  })
})

describe('a board of zones that were drawn', () => {
  const words: TemplateWords = {
    ...{ title: { en: 'Ours' }, summary: { en: '' }, people: { min: 5, max: 40 } },
    category: 'cafe',
    stage: 'idea',
  }
  const drawn = (id: string, at: Record<string, number | string>, props: Partial<ZoneProps>): BoardRecord => ({
    ...{ id: `shape:${id}`, typeName: 'shape', type: 'zone', parentId: 'page:page', index: 'a1', rotation: 0 },
    ...{ isLocked: false, opacity: 1, meta: {}, x: 0, y: 0, ...at },
    props: {
      ...{ w: 1_600, h: 1_000, key: `zone-${id}`, order: 1, heading: { en: id }, prompt: { en: '' } },
      ...{ noteKinds: ['note'], isVotable: false, capacity: 0, background: 'plain', labels: [] },
      ...{ backgroundAlt: { en: '' }, ...props },
    },
  })
  const again = (zones: readonly BoardRecord[]) => {
    const content = templateFromBoard(withRootRecords(zones), { words, began: undefined, steps: undefined })
    return templateRecords({ ...checkTemplateContent(content), id: 'own', version: 1 })
  }

  test('is a template that begins a board which looks the same, in the same order', () => {
    const zones = [
      drawn('b', { x: -213, y: 77 }, { order: 2, heading: { en: 'أفكار' }, w: 913, h: 641 }),
      drawn('a', { x: 1_100, y: -400 }, { order: 1, background: 'columns', labels: [{ en: 'Now' }, { en: 'Later' }] }),
    ]
    const placed = again(zones)
    expect(placed.map(({ props }) => props?.key)).toEqual(['zone-a', 'zone-b'])
    const [columns, arabic] = placed
    expect(columns?.props).toMatchObject({ order: 1, background: 'columns', labels: [{ en: 'Now' }, { en: 'Later' }] })
    expect(arabic?.props).toMatchObject({ order: 2, heading: { en: 'أفكار' } })
    const across = Number(columns?.x) - Number(arabic?.x)
    const down = Number(columns?.y) - Number(arabic?.y)
    expect([across, down]).toEqual([expect.closeTo(1_313, 1), expect.closeTo(-477, 1)])
    expect([arabic?.props?.w, arabic?.props?.h]).toEqual([expect.closeTo(913, 1), expect.closeTo(641, 1)])
  })

  test('takes names as long as a board has them, and of zones without one their number', () => {
    const long = 'x'.repeat(120)
    const placed = again([
      drawn('a', {}, { heading: { en: long, ar: '  ' }, prompt: { en: 'y'.repeat(400) } }),
      drawn('b', { x: 2_000 }, { heading: { en: '' }, order: 2 }),
      drawn('c', { x: 4_000 }, { heading: { en: '', ar: 'أفكار' }, order: 3 }),
    ])
    expect(placed.map(({ props }) => props?.heading)).toEqual([{ en: long }, { en: '2' }, { en: 'أفكار', ar: 'أفكار' }])
  })

  test('is mended where two people have left a layout and its words unfit for one another', () => {
    const labels = ['a', 'b', 'c', 'd', 'e'].map((en) => ({ en }))
    const placed = again([
      drawn('a', {}, { background: 'quadrants', labels }),
      drawn('b', { x: 2_000 }, { background: 'tree', labels: labels.slice(0, 1), rows: labels, frames: 3, order: 2 }),
      drawn('c', { x: 4_000 }, { background: 'storyboard', labels: [], order: 3 }),
    ])
    expect(placed.map(({ props }) => (props as ZoneProps).labels.length)).toEqual([4, 3, 0])
    expect(placed[0]?.props?.axes).toBeDefined()
    expect(placed[1]?.props).not.toHaveProperty('rows')
    expect(placed[2]?.props?.frames).toBe(3)
  })
})
