import { expect, test } from 'vitest'
import { inReadingOrder } from './reading-order.ts'

const at = (item: string, x: number, y: number) => ({ item, x, y, h: 200 })
const uneven = [at('c', 500, 20), at('d', 0, 400), at('a', 0, 0), at('b', 250, 60), at('e', 260, 390)]

test('reads row by row, though nobody puts notes on a ruler', () => {
  expect(inReadingOrder(uneven, 'ltr')).toEqual(['a', 'b', 'c', 'd', 'e'])
})

test('reads rows from the right where the script does', () => {
  expect(inReadingOrder(uneven, 'rtl')).toEqual(['c', 'b', 'a', 'e', 'd'])
})
