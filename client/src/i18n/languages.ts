/** Languages a person can choose, each named in itself. `public/boot.js` has the same list with the same directions. */
export const languages = {
  en: { name: 'English', dir: 'ltr' },
  ar: { name: 'العربية', dir: 'rtl' },
} as const satisfies Record<string, { name: string; dir: 'ltr' | 'rtl' }>

export type Language = keyof typeof languages

export const languageStorageKey = 'tablecloth.language'

export function isLanguage(value: string): value is Language {
  return Object.hasOwn(languages, value)
}

/** What `boot.js` decided before the first paint, or English where it did not run. */
export function currentLanguage(): Language {
  const { lang } = document.documentElement
  return isLanguage(lang) ? lang : 'en'
}
