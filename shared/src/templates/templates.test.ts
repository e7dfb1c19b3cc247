import { describe, expect, test } from 'vitest'
import { overlaps } from '../board/box.ts'
import { isReadAt, showsPrompt, sizeAt, steppedZoom, zoomOnProjector } from '../board/drawing/from-afar.ts'
import { planZone } from '../board/drawing/plan-zone.ts'
import { type LocalText, localise } from '../board/local-text.ts'
import { firstPageId } from '../board/new-board.ts'
import { findRecordFault } from '../board/record-schema.ts'
import { backgroundRules } from '../board/zone-backgrounds.ts'
import { isZone } from '../board/zone-shape.ts'
import { findTemplate, templateRecords, templates } from './index.ts'
import { maxHeadingLength, maxPromptLength, zoneCell } from './template.ts'
import { placeZone } from './template-records.ts'

const languages = ['en', 'ar'] as const

/** Every text of a template with the way to it, whatever it is nested in. */
function textsOf(value: unknown, path = ''): { path: string; text: LocalText }[] {
  if (typeof value !== 'object' || value === null) return []
  if ('en' in value && typeof value.en === 'string') return [{ path, text: value as LocalText }]
  return Object.entries(value).flatMap(([key, child]) => textsOf(child, `${path}.${key}`))
}

/** How long each method takes, as its sources and descriptions say; a day of the sprint from beginning to end. */
const usualMinutes: Readonly<Record<string, readonly [least: number, most: number]>> = {
  'world-cafe': [90, 120],
  'innovation-cafe-hybrid': [90, 90],
  'lightning-decision-jam': [45, 90],
  'how-might-we': [30, 45],
  'empathy-map': [40, 40],
  'stakeholder-map': [45, 45],
  'digital-ecosystem-canvas': [120, 120],
  'stakeholder-interest-canvas': [120, 180],
  'horizon-scan': [60, 90],
  'futures-wheel': [75, 90],
  'three-horizons': [90, 90],
  'cone-of-plausibility': [120, 120],
  'scenario-matrix': [150, 150],
  'innovation-cluster-map': [120, 120],
  'policy-experiment-canvas': [120, 120],
  'lean-canvas': [20, 60],
  'growth-roadmap': [90, 90],
  persona: [40, 40],
  'journey-map': [90, 90],
  'service-blueprint': [120, 120],
  'feedback-capture-grid': [30, 30],
  'pilot-to-scale-handover': [120, 120],
  'theory-of-change': [150, 150],
  'acceleration-centre-review': [120, 120],
  retrospective: [70, 70],
}

/** Zones that are there all the time, so that no step leads to them. */
const standingZones = ['parking-lot']

test('a template is found by its id', () => {
  expect(findTemplate('innovation-cafe-hybrid')?.title.en).toBe('Innovation Café, hybrid')
  expect(findTemplate('design-sprint-monday-map')?.title.en).toBe('Design sprint: Monday, Map')
  expect(findTemplate('nope')).toBeUndefined()
})

test('ids of templates are unique', () => {
  expect(Object.keys(usualMinutes).filter((id) => !findTemplate(id))).toEqual([])
  expect(new Set(templates.map(({ id }) => id)).size).toBe(templates.length)
})

describe.each(templates.map((template) => [template.id, template] as const))('template %s', (_, template) => {
  const zoneKeys = template.zones.map((zone) => zone.key)
  const pageKeys = template.pages?.map(({ key }) => key) ?? [undefined]
  /** Of a template without pages, all. */
  const zonesByPage = pageKeys.map((page) => template.zones.filter((zone) => zone.page === page))

  test('says everything in English and Arabic', () => {
    // A plain background shows nothing, so its description may be empty, but then in every language.
    const incomplete = textsOf(template).filter(({ text }) =>
      languages.some((language) => text[language] === undefined || (text[language] === '') !== (text.en === '')),
    )
    expect(incomplete.map(({ path }) => path)).toEqual([])
    const untranslated = textsOf(template).filter(
      ({ text }) => text.en !== '' && !/[\u0600-\u06FF]/.test(text.ar ?? ''),
    )
    expect(untranslated.map(({ path }) => path)).toEqual([])
  })

  test('has keys that are unique, and readable in an address', () => {
    for (const keys of [
      zoneKeys,
      template.steps.map((step) => step.key),
      template.pages?.map(({ key }) => key) ?? [],
    ]) {
      expect(new Set(keys).size).toBe(keys.length)
      for (const key of keys) expect(key).toMatch(/^[a-z][a-z0-9-]{0,39}$/)
    }
  })

  test('has headings and prompts that fit', () => {
    const tooLong = template.zones.flatMap((zone) =>
      languages
        .filter(
          (language) =>
            localise(zone.heading, language).length > maxHeadingLength ||
            localise(zone.prompt, language).length > maxPromptLength ||
            localise(zone.prompt, language).length === 0,
        )
        .map((language) => `${zone.key} ${language}`),
    )
    expect(tooLong).toEqual([])
  })

  test('gives each background what it needs to be drawn, and nothing that it does not show', () => {
    const within = (count: number, [least, most]: readonly [number, number]) => count >= least && count <= most
    for (const { key, background, labels, rows, axes, frames, counts } of template.zones) {
      const rule = backgroundRules[background]
      expect(within(labels.length, rule.labels), `${key}: ${labels.length} labels`).toBe(true)
      expect(rule.rows ? within(rows?.length ?? 0, rule.rows) : rows === undefined, `${key}: rows`).toBe(true)
      expect(rule.frames ? within(frames ?? 0, rule.frames) : frames === undefined, `${key}: frames`).toBe(true)
      expect(counts === undefined || background === 'table', `${key}: counts`).toBe(true)
      expect(axes !== undefined, `${key}: axes`).toBe(rule.hasAxes === true)
    }
  })

  test('asks of notes only what can be told apart, with a word and a symbol for each choice', () => {
    for (const { key, fields = [], rows = [], axes } of template.zones) {
      expect(new Set(fields.map((field) => field.key)).size, key).toBe(fields.length)
      expect(fields.length, key).toBeLessThanOrEqual(4)
      for (const field of fields) {
        expect(field.key).toMatch(/^[a-z][a-z0-9-]{0,39}$/)
        if (field.kind === 'choice') {
          expect(new Set(field.options.map(({ value }) => value)).size, key).toBe(field.options.length)
          expect(new Set(field.options.map(({ symbol }) => symbol)).size, key).toBe(field.options.length)
        }
        if (field.kind === 'scale') {
          expect(field.min, key).toBeLessThan(field.max)
          expect(field.axis === null || axes !== undefined, key).toBe(true)
          expect([0, field.max - field.min + 1], key).toContain(field.words.length)
          expect(field.row === null || field.row < rows.length, key).toBe(true)
        }
      }
    }
  })

  test('describes each background that shows something', () => {
    const silent = template.zones.filter((zone) => zone.background !== 'plain' && zone.backgroundAlt.en === '')
    expect(silent.map((zone) => zone.key)).toEqual([])
  })

  test('takes as long as its method does', () => {
    const [least, most] = usualMinutes[template.id] ?? [template.minutes, template.minutes]
    expect(template.minutes).toBeGreaterThanOrEqual(least)
    expect(template.minutes).toBeLessThanOrEqual(most)
  })

  test('leads in its steps to each of its zones', () => {
    const visited = new Set([...standingZones, ...template.steps.flatMap(({ zones }) => zones)])
    expect(zoneKeys.filter((key) => !visited.has(key))).toEqual([])
  })

  test('has steps that add up to its minutes and lead only to its zones', () => {
    expect(template.steps.reduce((sum, step) => sum + step.minutes, 0)).toBe(template.minutes)
    for (const step of template.steps) {
      for (const key of step.zones) expect(zoneKeys).toContain(key)
      if (step.mode !== 'break') expect(step.zones.length).toBeGreaterThan(0)
      if (step.mode === 'tables') expect(step.zones.length).toBeGreaterThan(1)
      for (const key of step.feeds ?? []) expect(zoneKeys).toContain(key)
      if (step.parts) expect(step.minutes % step.parts).toBe(0)
      expect(step.vote === undefined || step.mode === 'vote').toBe(true)
      if (step.mode === 'vote') {
        for (const key of step.zones) expect(template.zones.find((zone) => zone.key === key)?.isVotable).toBe(true)
      }
    }
  })

  test('lists its zones in reading order, and none lies on another', () => {
    // Page after page; a zone of no page that there is would be missing here.
    const byPlace = zonesByPage.flatMap((zones) =>
      zones.toSorted((a, b) => a.place.row - b.place.row || a.place.column - b.place.column),
    )
    expect(zoneKeys).toEqual(byPlace.map((zone) => zone.key))
    for (const zones of zonesByPage) {
      for (const [i, zone] of zones.entries()) {
        for (const other of zones.slice(i + 1))
          expect(overlaps(placeZone(zone.place), placeZone(other.place)), `${zone.key}, ${other.key}`).toBe(false)
      }
    }
  })

  test('fills a screen without gaps: about as wide as a projector, every cell taken', () => {
    for (const zones of zonesByPage) {
      const boxes = zones.map((zone) => placeZone(zone.place))
      const w = Math.max(...boxes.map((box) => box.x + box.w))
      const h = Math.max(...boxes.map((box) => box.y + box.h))
      expect(w / h).toBeGreaterThan(1.3)
      expect(w / h).toBeLessThan(1.95)
      const cells = zones.reduce((sum, { place }) => sum + (place.columns ?? 1) * (place.rows ?? 1), 0)
      const { w: cellW, h: cellH, gap } = zoneCell
      expect(cells).toBe(((w + gap) / (cellW + gap)) * ((h + gap) / (cellH + gap)))
    }
  })

  test('lays out records that a board takes, in order from 1', () => {
    const records = templateRecords(template)
    expect(records.map((record) => findRecordFault(record))).toEqual(records.map(() => undefined))
    const zones = records.filter(isZone)
    const pages = records.filter(({ typeName }) => typeName === 'page')
    expect(zones.map((record) => record.props?.order)).toEqual(zones.map((_record, i) => i + 1))
    expect(pages.map(({ id }) => id)).toEqual(
      template.pages ? [firstPageId, ...pages.slice(1).map(({ id }) => id)] : [],
    )
    for (const list of [zones, pages]) {
      const indices = list.map((record) => String(record.index))
      expect(new Set(indices).size).toBe(list.length)
      expect([...indices].sort()).toEqual(indices)
    }
    const pageIds = new Set([firstPageId, ...pages.map(({ id }) => id)])
    expect(zones.filter(({ parentId }) => !pageIds.has(String(parentId)))).toEqual([])
    expect(templateRecords(template)).toEqual(records)
  })
})

test('a whole template on a laptop’s screen is a map of its headings', () => {
  // Of 1440 × 900 pixels, what the bar, the tools and the styles leave.
  const room = { w: 1_256, h: 716 }
  for (const { id, pages, zones } of templates) {
    for (const page of pages?.map(({ key }) => key) ?? [undefined]) {
      const shown = zones.filter((zone) => zone.page === page)
      const boxes = shown.map(({ place }) => placeZone(place))
      const w = Math.max(...boxes.map((box) => box.x + box.w))
      const h = Math.max(...boxes.map((box) => box.y + box.h))
      const zoom = Math.min(room.w / w, room.h / h)
      for (const zone of shown) {
        const { heading, labels } = planZone({ ...zone, ...placeZone(zone.place) })
        const px = sizeAt(heading, zoom, 'heading') * zoom
        expect(px, `${id}: ${zone.key}`).toBeGreaterThanOrEqual(12)
        for (const label of labels.filter((each) => isReadAt(each, zoom))) {
          const labelPx = sizeAt(label, zoom, 'label') * zoom
          expect(labelPx, `${id}: ${zone.key}: ${label.text.en}`).toBeGreaterThanOrEqual(7.5)
          expect(labelPx, `${id}: ${zone.key}: ${label.text.en}`).toBeLessThan(px)
        }
      }
    }
  }
})

test('a whole template on a laptop says the names of all columns, cards and rows', () => {
  const room = { w: 1_248, h: 710 }
  for (const { id, zones } of templates.filter(({ pages }) => !pages)) {
    const boxes = zones.map(({ place }) => placeZone(place))
    const w = Math.max(...boxes.map((box) => box.x + box.w))
    const h = Math.max(...boxes.map((box) => box.y + box.h))
    const zoom = steppedZoom(Math.min(room.w / w, room.h / h))
    for (const zone of zones) {
      // An axis is named by those who draw it, and numbers are no words.
      const axes = new Set([zone.axes?.x, zone.axes?.y].flatMap((axis) => (axis ? Object.values(axis) : [])))
      const { labels } = planZone({ ...zone, ...placeZone(zone.place) })
      for (const label of labels.filter(({ text }) => !axes.has(text) && /\p{L}/u.test(text.en)))
        expect(isReadAt(label, zoom), `${id}: ${zone.key}: ${label.text.en}`).toBe(true)
    }
  }
})

test('a zone that fills a projector says its prompt and its words so that they can be read', () => {
  const room = { w: 1_824, h: 960 }
  for (const { id, zones } of templates) {
    for (const zone of zones) {
      const box = placeZone(zone.place)
      const zoom = Math.min(1, room.w / box.w, room.h / box.h)
      const plan = planZone({ ...zone, ...box })
      expect(showsPrompt(plan, zoom), `${id}: ${zone.key}`).toBe(true)
      expect(sizeAt(plan.prompt, zoom, 'label') * zoom, `${id}: ${zone.key}`).toBeGreaterThanOrEqual(10.5)
      for (const label of plan.labels)
        expect(sizeAt(label, zoom, 'label') * zoom, `${id}: ${zone.key}: ${label.text.en}`).toBeGreaterThanOrEqual(10.5)
    }
  }
})

test('a zone that fills a projector’s screen is read from the back of the room', () => {
  for (const { id, zones } of templates) {
    for (const zone of zones) {
      const box = placeZone(zone.place)
      const { prompt, labels } = planZone({ ...zone, ...box })
      const zoom = zoomOnProjector(box)
      expect(prompt.size * zoom, `${id}: ${zone.key}`).toBeGreaterThanOrEqual(14.9)
      for (const { text, size } of labels) {
        // The numbers at the ends of a curve are no words.
        if (/\p{L}/u.test(text.en)) expect(size * zoom, `${id}: ${zone.key}: ${text.en}`).toBeGreaterThanOrEqual(11.9)
      }
    }
  }
})

test('new notes have room in every zone, clear of what stands on top of it', () => {
  for (const zone of templates.flatMap((template) => template.zones)) {
    const { body, notes, labels, cells } = planZone({ ...zone, ...placeZone(zone.place) })
    expect(notes.w, zone.key).toBeGreaterThan(700)
    expect(notes.h, zone.key).toBeGreaterThan(350)
    expect(notes.y + notes.h).toBeLessThanOrEqual(body.y + body.h + 1)
    // In the others words stand among the notes, as each frame's line does.
    if (!['columns', 'steps', 'quadrants', 'table', 'kanban'].includes(zone.background)) continue
    for (const { text, x, y, w, size, isTurned } of labels) {
      // The name of a line across a table has a strip of its own between the rows.
      if (zone.dividers?.some(({ label }) => label === text)) {
        for (const { box } of cells) expect(y >= box.y + box.h || y + size <= box.y, zone.key).toBe(true)
        continue
      }
      const isBeside = x >= notes.x + notes.w || x + (isTurned ? size : w) <= notes.x
      const isAboveOrBelow = y + size <= notes.y || y >= notes.y + notes.h
      if (zone.background !== 'quadrants' || y < notes.y) expect(isBeside || isAboveOrBelow, zone.key).toBe(true)
    }
  }
})

test('every column, card, row or field of a zone has room for a note', () => {
  const noteSize = 200
  // A cell leaves out the gap beside its lines, over which a note may lie.
  const gap = 8
  for (const { id, zones } of templates) {
    for (const zone of zones) {
      // Elsewhere words or drawings are meant, or a cell is the space between two rounds.
      if (
        !['columns', 'cards', 'quadrants', 'table', 'journey', 'kanban', 'lanes', 'steps'].includes(zone.background)
      ) {
        continue
      }
      for (const { box } of planZone({ ...zone, ...placeZone(zone.place) }).cells) {
        expect(Math.min(box.w, box.h) + gap, `${id}: ${zone.key}`).toBeGreaterThanOrEqual(noteSize)
      }
    }
  }
})

test('numbers are written with the digits that dates and counts have in Arabic', () => {
  expect(new Intl.NumberFormat('ar').format(15)).toBe('15')
  expect(JSON.stringify(templates)).not.toMatch(/[\u0660-\u0669\u066a]/)
})
