import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ItemPlace } from '../../canvas/items/canvas-items.ts'
import { buttonSize, layOutControls, stepperSize } from './lay-out-controls.ts'

const place = (id: string, x: number, y: number, side: number): ItemPlace => ({
  id,
  x,
  y,
  w: side,
  h: side,
  picture: undefined,
})
/** Notes in rows, as on a wall, drawn at a zoom. */
const wall = (zoom: number) =>
  Array.from({ length: 12 }, (_, i) =>
    place(String(i), (i % 4) * 275 * zoom, Math.floor(i / 4) * 275 * zoom, 250 * zoom),
  )
const looks = (places: readonly ItemPlace[], selected?: string) =>
  Object.fromEntries(layOutControls(places, selected).map(({ id, look }) => [id, look]))

describe('− and + on notes', () => {
  test('are both there where notes are as wide, one button is where they are small, and nothing from afar', () => {
    expect(new Set(Object.values(looks(wall(0.6))))).toEqual(new Set(['stepper']))
    expect(Object.keys(looks(wall(0.6)))).toHaveLength(12)
    // A zone that fills a phone's width.
    expect(new Set(Object.values(looks(wall(0.23))))).toEqual(new Set(['button']))
    expect(Object.keys(looks(wall(0.23)))).toHaveLength(12)
    expect(looks(wall(0.1))).toEqual({})
  })

  test('are both there on the one that is selected, however small it is', () => {
    expect(looks(wall(0.1), '5')).toEqual({ 5: 'stepper' })
    expect(looks(wall(0.23), '5')).toMatchObject({ 5: 'stepper', 0: 'button' })
  })

  test('can be hit, each without another, however notes lie', () => {
    const anyPlace = fc.tuple(
      fc.integer({ min: 0, max: 900 }),
      fc.integer({ min: 0, max: 700 }),
      fc.integer({ min: 10, max: 400 }),
    )
    fc.assert(
      fc.property(
        fc.array(anyPlace, { maxLength: 30 }),
        fc.option(fc.nat(29), { nil: undefined }),
        (list, selected) => {
          const places = list.map(([x, y, side], i) => place(String(i), x, y, side))
          const controls = layOutControls(places, selected === undefined ? undefined : String(selected))
          for (const [i, a] of controls.entries()) {
            const size = a.look === 'stepper' ? stepperSize : buttonSize
            for (const b of controls.slice(i + 1)) {
              const other = b.look === 'stepper' ? stepperSize : buttonSize
              const isApart = a.x + size.w <= b.x || b.x + other.w <= a.x || a.y + size.h <= b.y || b.y + other.h <= a.y
              expect(isApart).toBe(true)
            }
          }
        },
      ),
    )
  })
})
