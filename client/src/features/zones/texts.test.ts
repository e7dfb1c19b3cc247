// @vitest-environment node
import { expect, test } from 'vitest'
import { fromLines, isSaid, linesIn, saidIn, settled, settledAxes, settledLines, withWords } from './texts.ts'

test('a language in which nothing is said any more is left to its readers’ next one', () => {
  const both = withWords({ en: 'Ideas' }, 'ar', 'أفكار')
  expect(both).toEqual({ en: 'Ideas', ar: 'أفكار' })
  expect(withWords(both, 'ar', '')).toEqual({ en: 'Ideas' })
  expect(withWords(both, 'en', '')).toEqual({ en: '', ar: 'أفكار' })
  expect(saidIn(both, 'fr')).toBe('')
})

test('what is said in one language only is said to all', () => {
  expect(settled({ en: ' ', ar: ' أفكار ' })).toEqual({ en: 'أفكار', ar: 'أفكار' })
  expect(isSaid({ en: '', ar: '  ' })).toBe(false)
})

test('what nobody sees, or turns the words beside it round, is not said', () => {
  expect(settled({ en: '\u202ETurned\u0007 ', ar: '\u2067' })).toEqual({ en: 'Turned' })
  expect(isSaid({ en: '\u202E' })).toBe(false)
  const text = { en: ' Turned\u202E' }
  const plain = { label: { en: 'Turned' }, low: { en: 'Turned' }, high: { en: 'Turned' } }
  const axis = { label: text, low: text, high: text }
  expect(settledAxes({ x: axis, y: axis })).toEqual({ x: plain, y: plain })
})

test('lines are labels, and a translation keeps those that it lacks', () => {
  const english = fromLines([], 'en', 'Now\nNext\nLater')
  const both = fromLines(english, 'ar', 'الآن')
  expect(both).toEqual([{ en: 'Now', ar: 'الآن' }, { en: 'Next' }, { en: 'Later' }])
  expect(linesIn(both, 'ar')).toBe('الآن\n\n')
  expect(fromLines(both, 'en', 'Now\n')).toEqual([{ en: 'Now', ar: 'الآن' }, { en: '' }])
  expect(settledLines(fromLines(both, 'en', 'Now\n\n'))).toEqual([{ en: 'Now', ar: 'الآن' }])
})
