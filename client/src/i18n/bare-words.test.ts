import { expect, test } from 'vitest'

const sources = import.meta.glob<string>('../**/*.tsx', { eager: true, query: '?raw', import: 'default' })

/** Text between tags, and attributes that are read out or shown. Code after a generic's ">" is never followed by "</". */
const bareText = />\s*([^<>{}=;()]*\p{L}{2}[^<>{}=;()]*)<\//gu
const bareAttribute = /\s(?:aria-label|aria-description|alt|label|placeholder|title|hint)="([^"]*\p{L}{2}[^"]*)"/gu

test('every word of the interface comes from the locale files', () => {
  const found = Object.entries(sources)
    // Shown to developers only.
    .filter(([path]) => !path.includes('/ui/showcase/') && !path.endsWith('.test.tsx'))
    .flatMap(([path, source]) =>
      [...source.matchAll(bareText), ...source.matchAll(bareAttribute)].map(([, words]) => `${path}: ${words?.trim()}`),
    )
  expect(found).toEqual([])
})

test('the check sees words in text and in attributes', () => {
  expect([...'<p>\n  Hello there\n</p>'.matchAll(bareText)]).toHaveLength(1)
  expect([...'<img alt="A map" />'.matchAll(bareAttribute)]).toHaveLength(1)
})
