import { countryCodes } from './country-codes.ts'

export type Country = { readonly value: string; readonly label: string }

type Entry = Country & { readonly words: readonly string[] }

/**
 * Searches countries by their names in the reader's language, in English and by code, whatever the accents.
 *
 * @returns What fits, names that begin with the typed words first, else by name.
 */
export function createCountrySearch(locale: string): (typed: string) => readonly Country[] {
  const names = new Intl.DisplayNames([locale], { type: 'region' })
  const english = new Intl.DisplayNames(['en'], { type: 'region' })
  const collator = new Intl.Collator(locale)
  const entries: readonly Entry[] = countryCodes
    .map((value) => {
      const label = names.of(value) ?? value
      return { value, label, words: [...forms(label), fold(english.of(value) ?? ''), value.toLowerCase()] }
    })
    .sort((a, b) => collator.compare(a.label, b.label))
  return (typed) => {
    const wanted = forms(typed)
    if (wanted[0] === '') return entries
    const ranks = (words: string) => wanted.map((form) => rank(words, form))
    return entries
      .map((entry) => ({ entry, rank: Math.min(...entry.words.flatMap(ranks)) }))
      .filter((found) => found.rank < notFound)
      .sort((a, b) => a.rank - b.rank)
      .map(({ entry }) => entry)
  }
}

const notFound = 3

/** 0 the same, 1 begins with it, 2 a later word begins with it. Within words nothing is found: "om" is not Romania. */
function rank(words: string, wanted: string): number {
  if (words === wanted) return 0
  if (words.startsWith(wanted)) return 1
  return words.includes(` ${wanted}`) ? 2 : notFound
}

/** With the Arabic article and without it: people type both, and one letter at a time. */
function forms(text: string): readonly [string, string] {
  const folded = fold(text)
  return [folded, folded.replace(/(^| )ال(?=\p{L})/gu, '$1')]
}

/**
 * The form in which names are compared: without accents, vowel marks and capitals; Arabic letters that people type for
 * one another made one (أ إ آ for ا, ة for ه, ى for ي), and punctuation a space.
 */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]/gu, '')
    .toLocaleLowerCase()
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ة/g, 'ه')
    .replace(/ى/g, 'ي')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
