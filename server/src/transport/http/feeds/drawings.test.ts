import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { BoardRecord } from '#shared/board/board-records.ts'
import { planOf } from '#shared/board/drawing/cell-at.ts'
import { wordsOf } from '#shared/board/note-kind.ts'
import type { ZoneProps } from '#shared/board/zone-shape.ts'
import type { FeedItem } from '#shared/http/feeds.ts'
import { boxIn, unionOf } from '../../../domain/layer/shape-boxes.ts'
import { frame, note } from '../../../testing/board-content.ts'
import { recordsOf } from '../../../testing/facts.ts'
import { carryOver, feedingBoards, heldIn } from '../../../testing/feed-facts.ts'
import { program } from '../../../testing/http-client.ts'
import { startTestServer, type TestServer } from '../../../testing/start-test-server.ts'
import { writeOn } from '../../../testing/write-on.ts'

let server: TestServer
let from: string
let to: string

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  ;({ from, to } = await feedingBoards(server))
})

/** A line from its place to (w, h) beside it. */
function stroke(id: string, parentId: string, overrides: Partial<BoardRecord> = {}, [w, h] = [100, 60]): BoardRecord {
  const points = [0, 0.5, 1].map((part) => ({ x: w * part, y: h * part, z: 0.5 }))
  return {
    ...{ id: `shape:${id}`, typeName: 'shape', type: 'draw', parentId, index: `a${id}`, meta: {} },
    ...{ x: 0, y: 0, rotation: 0, isLocked: false, opacity: 1 },
    props: {
      ...{ color: 'black', fill: 'none', dash: 'draw', size: 'm', scale: 1, isComplete: true, isClosed: false },
      ...{ isPen: false, segments: [{ type: 'free', points }] },
    },
    ...overrides,
  }
}
const words = (id: string, text: string, parentId: string, overrides: Partial<BoardRecord>): BoardRecord => {
  const richText = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] }
  const props = {
    color: 'black',
    size: 'm',
    font: 'sans',
    textAlign: 'start',
    w: 20,
    scale: 1,
    autoSize: true,
    richText,
  }
  return { ...stroke(id, parentId), type: 'text', props, ...overrides }
}
const listed = async (): Promise<FeedItem[]> =>
  (await program(server).get(`/api/boards/${to}/feeds/${from}?lang=en`)).body.items
const carry = async (ids: readonly string[], zone = 'hmw-inbox') =>
  (await carryOver(server, { from, to }, { ids, zone })).body
const chosen = 'shape:zone-chosen'
const carriedIn = async () => {
  const records = await recordsOf(server, to)
  const held = await heldIn(server, to, 'hmw-inbox')
  return { held, partsOf: (id: string | undefined) => records.filter(({ parentId }) => parentId === id) }
}

test('[CH17] a drawing of many strokes is offered once, with the words in it, and comes as one piece that keeps its shape', async () => {
  await writeOn(server, from, (records) => {
    records.put(stroke('1', chosen, { x: 300, y: 400 }))
    records.put(stroke('2', chosen, { x: 360, y: 500, rotation: 0.3 }))
    records.put(words('3', 'a voice code', chosen, { x: 340, y: 440 }))
    records.put(words('4', 'far from it', chosen, { x: 1200, y: 800 }))
    records.put(note('shape:n', 'How might we call?', { parentId: chosen, x: 900, y: 300 }))
  })
  const items = await listed()
  expect(items.map(({ id, kind, text }) => [id, kind, text]).toSorted()).toEqual([
    ['shape:1', 'drawing', 'a voice code'],
    ['shape:4', 'text', 'far from it'],
    ['shape:n', 'note', 'How might we call?'],
  ])
  const answer = await carry(['shape:1'])
  expect(answer).toMatchObject({ copiedCount: 1, thereCount: 0, goneCount: 0 })
  const { held, partsOf } = await carriedIn()
  expect(held.map(({ type }) => type)).toEqual(['group'])
  const parts = partsOf(held[0]?.id)
  expect(parts.map(({ type, x, y, rotation }) => [type, x, y, rotation])).toEqual([
    ['draw', 0, 0, 0],
    ['draw', expect.any(Number), 100, 0.3],
    ['text', expect.any(Number), 40, 0],
  ])
  expect((parts[1]?.x as number) - (parts[0]?.x as number)).toBeCloseTo(60)
  expect(parts.map(({ meta }) => meta?.copiedFrom)).toEqual(['shape:1', 'shape:2', 'shape:3'])
  expect(parts.map(wordsOf).join('')).toBe('a voice code')
})

test('it is brought once, by whichever of its strokes, also when somebody drew on; and goes again in one go', async () => {
  await writeOn(server, from, (records) => {
    records.put(stroke('1', chosen, { x: 300, y: 400 }))
    records.put(stroke('2', chosen, { x: 360, y: 500 }))
  })
  const { ids, ...counts } = await carry(['shape:2', 'shape:1'])
  expect(counts).toEqual({ copiedCount: 1, thereCount: 0, goneCount: 0 })
  expect(ids).toHaveLength(3)
  await writeOn(server, from, (records) => records.put(stroke('0', chosen, { x: 250, y: 400 })))
  expect((await listed()).map(({ id, isThere }) => [id, isThere])).toEqual([['shape:0', true]])
  expect(await carry(['shape:0'])).toMatchObject({ ids: [], thereCount: 1 })
  expect((await program(server).post(`/api/boards/${to}/feeds/undo`, { ids })).body).toEqual({ count: 3 })
  const { held } = await carriedIn()
  expect(held).toEqual([])
  expect(await carry(['shape:0'])).toMatchObject({ copiedCount: 1 })
})

test('what comes after it lies beside it', async () => {
  await writeOn(server, from, (records) => {
    records.put(stroke('1', chosen, { x: 300, y: 400 }))
    records.put(stroke('2', chosen, { x: 500, y: 600 }))
    records.put(note('shape:n', 'How might we call?', { parentId: chosen, x: 900, y: 300 }))
  })
  await carry(['shape:1'])
  await carry(['shape:n'])
  const { held, partsOf } = await carriedIn()
  const [group, after] = ['group', 'note'].map((type) => held.find((shape) => shape.type === type))
  const drawn = unionOf(partsOf(group?.id).flatMap((part) => boxIn(part) ?? []))
  const box = after && boxIn(after)
  if (!group || !drawn || !box) throw new Error('something was not carried')
  const [left, top] = [Number(group.x), Number(group.y)]
  const overlapsDrawing = box.x < left + drawn.w && left < box.x + box.w && box.y < top + drawn.h && top < box.y + box.h
  expect(overlapsDrawing).toBe(false)
})

test('what is drawn in another part, or another zone, is another drawing; in groups and frames it lies where they lie', async () => {
  await writeOn(server, from, (records) => {
    records.put(stroke('1', chosen, { x: 300, y: 400 }))
    records.put(stroke('2', 'shape:zone-clusters', { x: 300, y: 400 }))
    records.put(
      frame('shape:f', { parentId: chosen, x: 500, y: 600, props: { w: 300, h: 300, name: '', color: 'black' } }),
    )
    records.put(stroke('3', 'shape:f', { x: 10, y: 20 }))
  })
  expect((await listed()).map(({ id, zone }) => [id, zone]).toSorted()).toEqual([
    ['shape:1', 'chosen'],
    ['shape:2', 'clusters'],
  ])
  await carry(['shape:1'])
  const { held, partsOf } = await carriedIn()
  const [one, other] = partsOf(held[0]?.id)
  expect([Number(other?.x) - Number(one?.x), Number(other?.y) - Number(one?.y)]).toEqual([210, 220])
})

test('one that is larger than the zone gets as small as its room, all of it alike', async () => {
  await writeOn(server, from, (records) => {
    records.put(stroke('1', 'page:page', { x: -9_000, y: 0 }, [4_000, 3_000]))
    records.put({
      ...stroke('2', 'page:page', { x: -5_000, y: 3_000 }),
      type: 'line',
      props: {
        ...{ color: 'black', dash: 'draw', size: 'm', spline: 'line', scale: 1 },
        points: { a1: { id: 'a1', index: 'a1', x: 0, y: 0 }, a2: { id: 'a2', index: 'a2', x: 400, y: 200 } },
      },
    })
  })
  await carry(['shape:1'])
  const { held, partsOf } = await carriedIn()
  const box = unionOf(partsOf(held[0]?.id).flatMap((part) => boxIn(part) ?? []))
  const props = (await recordsOf(server, to)).find(({ id }) => id === 'shape:zone-hmw-inbox')?.props as ZoneProps
  const { notes } = planOf(props)
  expect(box?.w).toBeLessThanOrEqual(notes.w + 1)
  expect(box?.h).toBeLessThanOrEqual(notes.h + 1)
  expect((box?.w ?? 0) / (box?.h ?? 1)).toBeCloseTo(4_400 / 3_200, 1)
})

test('more strokes than go at once are refused before anything is written', async () => {
  await writeOn(server, from, (records) => {
    for (let i = 0; i < 2_001; i += 1)
      records.put(
        stroke(`s${i}`, chosen, { x: 300 + (i % 40) * 5, y: 300, index: `a1V${String(i).padStart(4, '0')}V` }),
      )
  })
  expect((await carry(['shape:s0'])).code).toBe('too_many_shapes')
  expect((await carriedIn()).held).toEqual([])
})
