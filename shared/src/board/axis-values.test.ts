import { expect, test } from 'vitest'
import { type AxisField, bandFor, placeFor, valueAt } from './axis-values.ts'
import { scale } from './testing/fields.ts'

const plot = { x: 100, y: 200, w: 1000, h: 500, edge: 0 }
const interest: AxisField = { ...scale({ key: 'interest' }), axis: 'x' }
const power: AxisField = { ...scale(), axis: 'y' }

test.each([
  ['the lower left corner', { x: 100, y: 700 }, 1, 1],
  ['the upper right corner', { x: 1100, y: 200 }, 10, 10],
  ['left of the middle', { x: 599, y: 451 }, 5, 5],
  ['right of the middle', { x: 601, y: 449 }, 6, 6],
])('%s says a value on each axis', (_, place, across, up) => {
  expect([valueAt(interest, plot, place), valueAt(power, plot, place)]).toEqual([across, up])
})

test.each([[{ x: 99, y: 300 }], [{ x: 300, y: 199 }], [{ x: 1101, y: 300 }], [{ x: Number.NaN, y: 300 }]])(
  'beside the plot a place says nothing',
  (place) => {
    expect(valueAt(interest, plot, place)).toBeUndefined()
  },
)

test('a value and its place say the same, and the other axis stays', () => {
  for (let value = 1; value <= 10; value += 1) {
    const across = placeFor(interest, plot, value, { x: 333, y: 444 })
    expect(across.y).toBe(444)
    expect(valueAt(interest, plot, across)).toBe(value)
    expect(valueAt(power, plot, placeFor(power, plot, value, across))).toBe(value)
  }
  const signed: AxisField = { ...scale({ min: -2, max: 2 }), axis: 'x' }
  expect(valueAt(signed, plot, placeFor(signed, plot, 0, { x: 0, y: 300 }))).toBe(0)
})

test('a note stays on the plot whatever its values are, and its place says them', () => {
  const half = 128
  const narrow = { ...plot, edge: half }
  const [lowest, highest] = [1, 10].map((value) =>
    placeFor(power, narrow, value, placeFor(interest, narrow, value, { x: 0, y: 0 })),
  )
  expect(lowest).toEqual({ x: narrow.x + 128, y: narrow.y + narrow.h - 125 })
  expect(highest).toEqual({ x: narrow.x + narrow.w - 128, y: narrow.y + 125 })
  for (let value = 1; value <= 10; value += 1) {
    const place = placeFor(interest, narrow, value, { x: 0, y: 400 })
    const band = bandFor(interest, narrow, value)
    expect(valueAt(interest, narrow, place)).toBe(value)
    expect(band.x + band.w / 2).toBeCloseTo(place.x)
    for (const x of [band.x, band.x + band.w]) expect(valueAt(interest, narrow, { x, y: 400 })).toBe(value)
  }
  expect(valueAt(interest, narrow, { x: narrow.x, y: 400 })).toBe(1)
  expect(valueAt(interest, narrow, { x: narrow.x + narrow.w, y: 400 })).toBe(10)
})
