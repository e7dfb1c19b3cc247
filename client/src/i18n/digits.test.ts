import { expect, test } from 'vitest'
import { startI18n } from './i18n.ts'

const sources = import.meta.glob<string>(['../**/*.{ts,tsx}', '../../../shared/src/**/*.ts'], {
  eager: true,
  query: '?raw',
  import: 'default',
})

test('numbers in words have the digits 0 to 9 in every language', async () => {
  const { services } = await startI18n()
  expect(services.formatter?.format(1234, 'number', 'ar-EG', {})).toBe('1,234')
})

test('what a person reads is formatted in one place', () => {
  // Those with a language of their own are read by programs.
  const elsewhere = /new Intl\.(?:Number|DateTime|RelativeTime)Format\((?!\)|'en)|\.toLocale(?:Date|Time)?String\(/
  const found = Object.entries(sources).filter(([path, text]) => !path.includes('.test.') && elsewhere.test(text))
  expect(found.map(([path]) => path)).toEqual([expect.stringMatching(/shared\/src\/formats\.ts$/)])
})
