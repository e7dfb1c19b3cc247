import { expect, test } from 'vitest'
import { initials } from './initials.ts'

test.each([
  ['Salote Tupou', 'ST'],
  ['maria da silva', 'MS'],
  ['Zoë', 'Z'],
  ['سارة العلي', 'س'],
  ['李小龙', '李'],
  ['👩🏽‍🔬 Ana', '👩🏽‍🔬'],
  ['  ', ''],
])('%s is shown as %s', (name, letters) => {
  expect(initials(name)).toBe(letters)
})
