// @vitest-environment node
import { expect, test } from 'vitest'
import { fromLines, isSaid, linesIn, saidIn, settled, settledLines, withWords } from './texts.ts'

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

test('lines are labels, and a translation keeps those that it lacks', () => {
  const english = fromLines([], 'en', 'Now\nNext\nLater')
  const both = fromLines(english, 'ar', 'الآن')
  expect(both).toEqual([{ en: 'Now', ar: 'الآن' }, { en: 'Next' }, { en: 'Later' }])
  expect(linesIn(both, 'ar')).toBe('الآن\n\n')
  expect(fromLines(both, 'en', 'Now\n')).toEqual([{ en: 'Now', ar: 'الآن' }, { en: '' }])
  expect(settledLines(fromLines(both, 'en', 'Now\n\n'))).toEqual([{ en: 'Now', ar: 'الآن' }])
})
