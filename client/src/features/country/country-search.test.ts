import { describe, expect, test } from 'vitest'
import { createCountrySearch } from './country-search.ts'

const codes = (locale: string, typed: string) => createCountrySearch(locale)(typed).map(({ value }) => value)

describe('searching a country in English', () => {
  const search = (typed: string) => codes('en', typed)

  test('finds it by how its name begins', () => {
    expect(search('tong')).toEqual(['TO'])
  })

  test('puts names that begin with the words before names that have them later', () => {
    expect(search('guinea').slice(0, 2)).toEqual(['GN', 'GW'])
    expect(search('guinea')).toContain('PG')
  })

  test('does not mind accents and capitals', () => {
    expect(search('COTE D IV')).toEqual(['CI'])
    expect(search('curacao')).toEqual(['CW'])
  })

  test('finds it by its code, before names that only begin like it', () => {
    expect(search('fj')[0]).toBe('FJ')
  })

  test('finds nothing inside of words', () => {
    expect(search('oma')).toEqual(['OM'])
  })

  test('finds nothing where there is nothing, and everything for nothing typed', () => {
    expect(search('atlantis')).toEqual([])
    expect(search('').length).toBeGreaterThan(240)
  })
})

describe('searching a country in Arabic', () => {
  const search = (typed: string) => codes('ar', typed)

  test('takes the letters people type for one another', () => {
    expect(search('الاردن')[0]).toBe('JO')
    expect(search('الأردن')[0]).toBe('JO')
    expect(search('اندونيسيا')[0]).toBe('ID')
  })

  test('takes names without their article', () => {
    expect(search('صين')[0]).toBe('CN')
    expect(search('مغرب')[0]).toBe('MA')
  })

  test('goes on finding it while its article is being typed', () => {
    expect(search('ا')).toContain('CN')
    expect(search('ال')).toContain('CN')
    expect(search('الص')).toContain('CN')
  })

  test('takes the English name as well', () => {
    expect(search('tonga')).toEqual(['TO'])
  })
})
