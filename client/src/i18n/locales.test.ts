import { describe, expect, test } from 'vitest'
import { errorKinds } from '#shared/errors.ts'
import errors from './locales/en/errors.json'

type Words = { readonly [key: string]: string | Words }

const files = import.meta.glob<Words>('./locales/*/*.json', { eager: true, import: 'default' })
const namespaces = [...new Set(Object.keys(files).map((path) => path.split('/').at(-1) ?? ''))]
const pluralEnding = /_(?:zero|one|two|few|many|other)$/

describe.each(namespaces)('the words of %s', (file) => {
  const english = flatten(files[`./locales/en/${file}`])
  const arabic = flatten(files[`./locales/ar/${file}`])

  test('are the same in English and Arabic', () => {
    expect(stems(arabic)).toEqual(stems(english))
  })

  test('have every plural form each language needs', () => {
    expect(missingForms(english, 'en')).toEqual([])
    expect(missingForms(arabic, 'ar')).toEqual([])
  })

  test('name nothing in Arabic that English does not give', () => {
    const given = new Map<string, Set<string>>()
    for (const [key, text] of english) {
      const names = given.get(stem(key)) ?? new Set()
      for (const name of variables(text)) names.add(name)
      given.set(stem(key), names)
    }
    const unknown = [...arabic].filter(([key, text]) =>
      variables(text).some((name) => !given.get(stem(key))?.has(name)),
    )
    expect(unknown).toEqual([])
  })
})

test('every error the server may tell has a sentence', () => {
  expect(Object.keys(errorKinds).filter((code) => !Object.hasOwn(errors, code))).toEqual([])
})

function flatten(words: Words | undefined, prefix = ''): Map<string, string> {
  if (!words) throw new Error('a language lacks this file')
  return new Map(
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === 'string' ? [[prefix + key, value] as const] : [...flatten(value, `${prefix}${key}.`)],
    ),
  )
}

function stem(key: string): string {
  return key.replace(pluralEnding, '')
}

function stems(words: ReadonlyMap<string, string>): string[] {
  return [...new Set([...words.keys()].map(stem))].sort()
}

function missingForms(words: ReadonlyMap<string, string>, language: string): string[] {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
  const counted = new Set([...words.keys()].filter((key) => pluralEnding.test(key)).map(stem))
  return [...counted].flatMap((key) => forms.map((form) => `${key}_${form}`)).filter((key) => !words.has(key))
}

function variables(text: string): string[] {
  return [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name = '']) => name)
}
