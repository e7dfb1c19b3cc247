import { expect, test } from 'vitest'
import { safeNext } from './safe-next.ts'

test('leads back to the page that asked for signing in', () => {
  expect(safeNext('/pilots/p1?tab=boards')).toBe('/pilots/p1?tab=boards')
})

test.each([null, '', 'https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', 'pilots'])(
  'never leads elsewhere: %s',
  (next) => {
    expect(safeNext(next)).toBe('/')
  },
)
