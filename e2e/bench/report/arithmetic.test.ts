import { describe, expect, test } from 'vitest'
import { createDeliveries } from '../load/deliveries.ts'
import { createEdits } from '../load/edits.ts'
import { createHistogram } from '../load/histogram.ts'
import { editsOf, findEdits } from '../load/notes.ts'
import { awarenessFrames, firstNumber, readAwareness } from '../load/presence.ts'
import { Varints } from '../load/varints.ts'
import { type Measurement, median, mediansOf, ratio } from './measurement.ts'
import { format, ratiosOf, tableOf } from './tables.ts'

describe('the percentiles of durations', () => {
  test('are the smallest durations that the share does not exceed', () => {
    const histogram = createHistogram()
    for (let ms = 1; ms <= 100; ms += 1) histogram.add(ms)
    expect(histogram.summary()).toEqual({ count: 100, p50: 50, p95: 95, p99: 99, max: 100 })
  })

  test('are unknown where nothing was measured', () => {
    expect(createHistogram().summary()).toEqual({
      count: 0,
      p50: undefined,
      p95: undefined,
      p99: undefined,
      max: undefined,
    })
  })
})

describe('medians and ratios', () => {
  test('leave out what is missing', () => {
    expect(median([3, undefined, 1, 2])).toBe(2)
    expect(median([4, 1])).toBe(2.5)
    expect(median([undefined])).toBeUndefined()
    expect(ratio(6, 2)).toBe(3)
    expect(ratio(6, 0)).toBeUndefined()
    expect(ratio(undefined, 2)).toBeUndefined()
  })

  test('are taken of the same server, part and way only, and keep every remark', () => {
    const runs = [5, 1, 3].map((p99) => measurement({ values: { p99 }, marks: p99 === 5 ? ['late'] : [] }))
    const other = measurement({ server: 'relay', values: { p99: 9 } })
    expect(mediansOf([...runs, other]).map(({ values, marks }) => [values.p99, marks])).toEqual([
      [3, ['late']],
      [9, []],
    ])
  })
})

describe('the tables', () => {
  const table = {
    name: 'cursors',
    title: 'Cursors',
    columns: [{ value: 'p99', title: 'p99 ms', unit: 'ms', isCompared: true }] as const,
  }
  const both = [measurement({ values: { p99: 4 } }), measurement({ server: 'relay', values: { p99: 10 } })]

  test('have a row for each server', () => {
    expect(tableOf(table, both).split('\n').slice(2)).toEqual([
      '| 10 people | ours | 4.0 |  |',
      '| 10 people | relay | 10.0 |  |',
    ])
  })

  test('say how many times ours the others’ figures are', () => {
    expect(ratiosOf(table, both)[0]?.split('\n').slice(2)).toEqual(['| 10 people | ours | relay | 2.5 |'])
  })

  test('write a figure in its unit', () => {
    expect(format(0.0123, 'share')).toBe('1.2 %')
    expect(format(0.00064, 'µs')).toBe('0.64')
    expect(format(616_000, 'kB')).toBe('616')
    expect(format(undefined, 'ms')).toBe('–')
  })
})

describe('deliveries', () => {
  test('count a state as arrived with a newer one, and those sent in the window only', () => {
    const deliveries = createDeliveries(2, () => 0)
    const [before, first, second, after] = [firstNumber, firstNumber + 1, firstNumber + 2, firstNumber + 3]
    deliveries.sent(0, before)
    deliveries.seen(1, 0, before, performance.now())
    deliveries.openWindow()
    deliveries.sent(0, first)
    deliveries.sent(0, second)
    deliveries.seen(0, 0, second, performance.now())
    expect(deliveries.isComplete()).toBe(false)
    deliveries.seen(1, 0, second, performance.now())
    deliveries.closeWindow()
    deliveries.sent(0, after)
    expect(deliveries.isComplete()).toBe(true)
    expect(deliveries.result()).toMatchObject({
      deliveredInWindow: 1,
      shareArrived: 1,
      shareSkipped: 0.5,
      sentInWindow: 2,
      latency: { count: 2 },
    })
  })

  test('do not expect people of one room to see those of another', () => {
    const deliveries = createDeliveries(4, (person) => Math.floor(person / 2))
    deliveries.openWindow()
    deliveries.sent(0, firstNumber)
    deliveries.closeWindow()
    expect(deliveries.result().shareArrived).toBe(0)
    deliveries.seen(1, 0, firstNumber, performance.now())
    expect(deliveries.result().shareArrived).toBe(1)
  })
})

describe('edits', () => {
  test('are complete when everybody has them and the sender knows them safe', () => {
    const edits = createEdits(3, { othersInRoom: 2, most: 2, isAcknowledged: true })
    edits.openWindow()
    const update = Buffer.from(edits.next(0))
    findEdits(update, (person, number) => edits.seen(1, person, number, performance.now()))
    findEdits(update, (person, number) => edits.seen(2, person, number, performance.now()))
    expect(edits.isComplete()).toBe(false)
    edits.saved(0, 1, performance.now())
    expect(edits.isComplete()).toBe(true)
    expect(edits.result()).toMatchObject({ sentInWindow: 1, shareComplete: 1 })
  })

  test('are recognised in their bytes', () => {
    const found: number[][] = []
    for (const update of editsOf(12, 3)) findEdits(Buffer.from(update), (...edit) => found.push(edit))
    expect(found).toEqual([
      [12, 1],
      [12, 2],
      [12, 3],
    ])
  })
})

test('a presence says whose it is, which one, and weighs 300 bytes', () => {
  const frame = Buffer.from(awarenessFrames(499)(firstNumber + 900))
  const seen: number[][] = []
  readAwareness(new Varints(frame, 1), (...presence) => seen.push(presence))
  expect(seen).toEqual([[499, firstNumber + 900]])
  expect(JSON.parse(frame.toString('latin1', frame.indexOf('{')))).toMatchObject({ cursor: { x: 4_595, y: 5_124 } })
  expect(frame.length - frame.indexOf('{')).toBe(300)
})

function measurement(overrides: Partial<Measurement>): Measurement {
  return { scenario: 'cursors', part: '10 people', server: 'ours', way: '', values: {}, marks: [], ...overrides }
}
