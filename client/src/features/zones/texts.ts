import type { LocalText } from '#shared/board/local-text.ts'
import type { ZoneAxis, ZoneProps } from '#shared/board/zone-shape.ts'
import { plainWords } from '#shared/plain-words.ts'

export const noText: LocalText = { en: '' }

/** What is said in this language and in no other. */
export function saidIn(text: LocalText | undefined, language: string): string {
  return text?.[language] ?? ''
}

/** A language in which nothing is said has no entry, so that its readers get another one. English always has. */
export function withWords(text: LocalText | undefined, language: string, words: string): LocalText {
  const { [language]: _, ...others } = text ?? noText
  return words === '' && language !== 'en' ? { ...noText, ...others } : { ...noText, ...others, [language]: words }
}

/** Without spaces round it and without what nobody sees; where nothing is said in English, the first other language stands in. */
export function settled(text: LocalText): LocalText {
  const said = Object.entries(text)
    .map(([language, words]) => [language, plainWords(words).trim()] as const)
    .filter(([, words]) => words !== '')
  return { en: said[0]?.[1] ?? '', ...Object.fromEntries(said) }
}

export function isSaid(text: LocalText): boolean {
  return settled(text).en !== ''
}

export function linesIn(texts: readonly LocalText[], language: string): string {
  return texts.map((text) => saidIn(text, language)).join('\n')
}

/** One a line. English says how many there are; a translation may lack some. */
export function fromLines(texts: readonly LocalText[], language: string, typed: string): LocalText[] {
  const lines = typed === '' ? [] : typed.split('\n')
  const count = language === 'en' ? lines.length : Math.max(lines.length, texts.length)
  return Array.from({ length: count }, (_, i) => withWords(texts[i], language, lines[i] ?? ''))
}

export function settledAxes({ x, y }: NonNullable<ZoneProps['axes']>): NonNullable<ZoneProps['axes']> {
  return { x: settledAxis(x), y: settledAxis(y) }
}

function settledAxis({ label, low, high }: ZoneAxis): ZoneAxis {
  return { label: settled(label), low: settled(low), high: settled(high) }
}

/** Without the empty ones at the end. */
export function settledLines(texts: readonly LocalText[]): LocalText[] {
  const all = texts.map(settled)
  return all.slice(0, all.findLastIndex((text) => text.en !== '') + 1)
}
