import { expect, test, vi } from 'vitest'
import { thenClose } from './then-close.ts'

test('a sheet goes away from what one goes to, and stays where there is nothing to go to', () => {
  const close = vi.fn()
  const goToZone = vi.fn()
  const canvas = thenClose({ goToNote: (id: string) => id === 'shape:there', goToZone }, close)
  expect(canvas.goToNote('shape:gone')).toBe(false)
  expect(close).not.toHaveBeenCalled()
  expect(canvas.goToNote('shape:there')).toBe(true)
  expect(close).toHaveBeenCalledTimes(1)
  canvas.goToZone('shape:zone')
  expect(goToZone).toHaveBeenCalledWith('shape:zone')
  expect(close).toHaveBeenCalledTimes(2)
})
