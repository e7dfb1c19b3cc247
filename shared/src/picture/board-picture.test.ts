import { describe, expect, test } from 'vitest'
import type { BoardRecord } from '../board/board-records.ts'
import { rootRecords } from '../board/new-board.ts'
import { templateRecords, templates } from '../templates/index.ts'
import type { Template } from '../templates/template.ts'
import { renderBoardPicture } from './board-picture.ts'
import { withPagesAbreast } from './pages-abreast.ts'

function richText(text: string) {
  return { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] }
}

function shape(id: string, type: string, overrides: Record<string, unknown> = {}): BoardRecord {
  return {
    ...{ id: `shape:${id}`, typeName: 'shape', type, x: 0, y: 0, rotation: 0, index: 'a1', parentId: 'page:page' },
    ...{ isLocked: false, opacity: 1, meta: {}, props: {} },
    ...overrides,
  }
}

function note(id: string, text: string, overrides: Record<string, unknown> = {}): BoardRecord {
  return shape(id, 'note', {
    props: { color: 'yellow', labelColor: 'black', size: 'm', growY: 0, scale: 1, richText: richText(text) },
    ...overrides,
  })
}

function picture(
  records: readonly BoardRecord[],
  options: { scheme?: 'light' | 'dark'; locale?: string } = {},
): string {
  return renderBoardPicture([...rootRecords, ...records], { scheme: 'light', locale: 'en', ...options })
}

/** Where a rendered `<g>` that holds `text` lies. */
function placeOf(svg: string, text: string): string | undefined {
  return new RegExp(`<g transform="([^"]+)">(?:(?!<g ).)*>${text}<`, 's').exec(svg)?.[1]
}

/** A reader of XML strict enough for what the picture writes: throws on anything that is not well-formed. */
function parse(svg: string): { names: Set<string>; attributes: Set<string>; text: string } {
  const names = new Set<string>()
  const attributes = new Set<string>()
  const open: string[] = []
  let text = ''
  let rest = svg
  while (rest !== '') {
    const tag = /^<(\/?)([a-z]+)((?: [a-zA-Z-]+="[^"<]*")*)(\/?)>/.exec(rest)
    if (tag) {
      const [whole, isClosing, name = '', written = '', isEmpty] = tag
      if (isClosing) expect(open.pop()).toBe(name)
      else if (!isEmpty) open.push(name)
      names.add(name)
      for (const [, attribute = ''] of written.matchAll(/ ([a-zA-Z-]+)=/g)) attributes.add(attribute)
      rest = rest.slice(whole.length)
      continue
    }
    const run = /^[^<>]+/.exec(rest)?.[0]
    if (run === undefined) throw new Error(`not well-formed at ${rest.slice(0, 80)}`)
    text += run
    rest = rest.slice(run.length)
  }
  expect(open).toEqual([])
  return { names, attributes, text }
}

describe('a picture of a board', () => {
  test.each(templates.map((template) => [template.id, template] as const))(
    'shows every heading of %s',
    (_, template) => {
      for (const [locale, heading] of [
        ['en', template.zones[0]?.heading.en ?? ''],
        ['ar', template.zones[0]?.heading.ar ?? ''],
        ['fr', template.zones[0]?.heading.en ?? ''],
      ] as const) {
        expect(picture(templateRecords(template), { locale })).toContain(`>${heading}<`)
      }
      const { text } = parse(picture(templateRecords(template)))
      // A board of several pages is known by its first.
      const first = template.pages?.[0]?.key
      for (const { page = first, heading } of template.zones) {
        if (page === first) expect(text).toContain(heading.en)
      }
    },
  )

  test('has its own colours for light and dark', () => {
    expect(picture([note('a', 'hi')], { scheme: 'light' })).toContain('#FBFAF7')
    expect(picture([note('a', 'hi')], { scheme: 'dark' })).toContain('#14171C')
  })

  test('puts what is in a zone where the zone is, turned with it', () => {
    const zone = shape('z', 'zone', { x: 1_000, y: 200, props: { w: 800, h: 600, background: 'plain', labels: [] } })
    const turned = { ...zone, rotation: Math.PI / 2 }
    const inside = note('n', 'inside', { x: 100, y: 50, parentId: 'shape:z' })
    expect(placeOf(picture([zone, inside]), 'inside')).toBe('translate(1100 250)')
    expect(placeOf(picture([turned, inside]), 'inside')).toBe('matrix(0.0000 1.0000 -1.0000 0.0000 950 300)')
  })

  test('draws shapes from back to front, whatever their order in the list', () => {
    const svg = picture([note('top', 'second', { index: 'a2' }), note('low', 'first', { index: 'a1' })])
    expect(svg.indexOf('first')).toBeLessThan(svg.indexOf('second'))
  })

  test('ends an arrow at the edge of the note it is bound to', () => {
    const arrow = shape('arrow', 'arrow', {
      props: { color: 'black', size: 'm', scale: 1, bend: 0, start: { x: 0, y: 0 }, end: { x: 5, y: 5 } },
    })
    const bind = (id: string, toId: string, terminal: string): BoardRecord => ({
      ...{ id: `binding:${id}`, typeName: 'binding', type: 'arrow', fromId: 'shape:arrow', toId, meta: {} },
      props: { terminal, normalizedAnchor: { x: 0.5, y: 0.5 }, isPrecise: false, isExact: false },
    })
    const svg = picture([
      note('a', 'from'),
      note('b', 'to', { x: 600 }),
      arrow,
      bind('1', 'shape:a', 'start'),
      bind('2', 'shape:b', 'end'),
    ])
    expect(svg).toContain('d="M200 100Q400 100 600 100"')
  })

  test('draws an empty board as an empty sheet', () => {
    for (const records of [[], [{ id: 'page:page', typeName: 'page', index: 'a1' }]]) {
      const svg = renderBoardPicture(records, { scheme: 'light', locale: 'en', width: 600 })
      expect(svg).toContain('viewBox="0 0 1600 1000"')
      expect([...parse(svg).names]).toEqual(['svg', 'rect'])
    }
  })

  test('is not shrunk to a dot by something dropped far away', () => {
    const cafe = templates[0]
    const records = cafe ? templateRecords(cafe) : []
    const lost = note('lost', 'lost', { x: 400_000, y: -300_000 })
    expect(/viewBox="[^"]+"/.exec(picture([...records, lost]))?.[0]).toBe(/viewBox="[^"]+"/.exec(picture(records))?.[0])
  })

  test('shows long text in the lines a note has, right-to-left text from the right', () => {
    const svg = picture([note('a', `${'word '.repeat(200)}end`), note('b', 'مرحبا بكم', { x: 300 })])
    expect(parse(svg).text).toMatch(/…/)
    expect(parse(svg).text).not.toContain('end')
    expect(svg).toContain('direction="rtl"')
  })
})

describe('what anybody may put on a board', () => {
  const hostileText =
    '</text><script>alert(1)</script><image href="https://evil.example/x"/>" onload="x" \u0000\u0008\uD800 &amp; ]]>'

  test('is text in the picture, never markup', () => {
    const svg = picture([
      note('a', hostileText),
      shape('t', 'text', {
        props: { richText: richText(hostileText), autoSize: true, size: hostileText, color: hostileText },
      }),
      shape('f', 'frame', { props: { w: 900, h: 400, name: hostileText } }),
      shape('g', 'geo', { props: { w: 900, h: 400, geo: hostileText, richText: richText(hostileText) } }),
      shape('z', 'zone', {
        props: {
          w: 1_600,
          h: 1_000,
          heading: { en: hostileText },
          prompt: { en: hostileText },
          background: 'columns',
          labels: [{ en: hostileText }],
        },
      }),
      shape('b', 'bookmark', { props: { w: 300, h: 300, url: `https://${hostileText}` } }),
      shape('r', 'arrow', { props: { start: { x: 0, y: 0 }, end: { x: 90, y: 0 }, text: hostileText, bend: 0 } }),
      shape('i', 'image', {
        props: { w: 300, h: 300, altText: hostileText, url: 'javascript:alert(1)', assetId: 'asset:x' },
      }),
    ])
    const { names, attributes } = parse(svg)
    expect([...names].sort()).toEqual(['circle', 'g', 'path', 'rect', 'svg', 'text', 'tspan'])
    for (const name of attributes) expect(name).not.toMatch(/^on|href|style/)
    expect([...svg].some((char) => /[\p{Cc}\p{Cs}]/u.test(char) && char !== '\n')).toBe(false)
  })

  test.each([
    ['no number', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['a huge number', 1e300],
    ['text', 'M0 0"/>'],
    ['nothing', undefined],
  ])('leaves a picture readable with %s where numbers belong', (_, bad) => {
    const spoilt = ['note', 'text', 'geo', 'draw', 'line', 'arrow', 'frame', 'image', 'zone', 'bookmark'].flatMap(
      (type) => [
        shape(`${type}-at`, type, { x: bad, rotation: bad, props: { w: 10, h: 10 } }),
        shape(`${type}-props`, type, {
          props: {
            ...{
              w: bad,
              h: bad,
              growY: bad,
              scale: bad,
              fontSizeAdjustment: bad,
              bend: bad,
              size: bad,
              color: bad,
              labels: bad,
            },
            ...{ richText: bad, start: { x: bad, y: 0 }, end: { x: 90, y: bad }, background: bad, heading: bad },
            ...{
              segments: [{ type: 'free', points: [{ x: bad, y: bad }, bad] }, bad],
              points: { a: { x: bad, y: 1 }, b: bad },
            },
          },
        }),
      ],
    )
    const svg = picture([note('good', 'still here'), ...spoilt])
    parse(svg)
    expect(svg).toContain('still here')
    expect(svg).not.toMatch(/NaN|Infinity|undefined|e\+/)
  })

  test('cannot hang a picture with circles of parents or deep nesting', () => {
    const circle = [note('a', 'one', { parentId: 'shape:b' }), note('b', 'two', { parentId: 'shape:a' })]
    const deep = Array.from({ length: 3_000 }, (_, i) =>
      shape(`d${i}`, 'group', { parentId: i === 0 ? 'page:page' : `shape:d${i - 1}` }),
    )
    const svg = picture([...circle, ...deep])
    expect(svg).toContain('one')
    expect(svg).toContain('two')
  })

  test('costs a bounded picture, however much there is', () => {
    const notes = Array.from({ length: 9_000 }, (_, i) =>
      note(`n${i}`, `${i} ${'x'.repeat(900)}`, { x: (i % 100) * 220, y: Math.floor(i / 100) * 220 }),
    )
    const points = Array.from({ length: 60_000 }, (_, i) => ({ x: i, y: (i % 7) * 90, z: 0.5 }))
    const ink = shape('ink', 'draw', {
      index: 'a0',
      props: { color: 'red', size: 'm', segments: [{ type: 'free', points }] },
    })
    const svg = picture([ink, ...notes])
    expect(svg.length).toBeLessThan(1_000_000)
    parse(svg)
  })
})

describe('in brief', () => {
  const brief = (records: readonly BoardRecord[], locale = 'en') =>
    renderBoardPicture([...rootRecords, ...records], { scheme: 'light', locale, isBrief: true, width: 280 })

  test('every template is told from the others by its shape, without a word', () => {
    const drawn = templates.map((template) => brief(withPagesAbreast(templateRecords(template))))
    for (const svg of drawn) expect(parse(svg).text).toBe('')
    expect(new Set(drawn).size).toBe(templates.length)
  })

  test('words are bars that begin where their language begins', () => {
    const zone = templateRecords(templates[0] as Template).slice(0, 1)
    const lefts = (svg: string) => [...svg.matchAll(/<rect x="([\d.]+)"/g)].map(([, x]) => Number(x))
    expect(Math.max(...lefts(brief(zone, 'ar')))).toBeGreaterThan(Math.max(...lefts(brief(zone))))
  })
})
