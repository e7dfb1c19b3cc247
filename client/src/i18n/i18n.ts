import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { formatNumber } from '#shared/formats.ts'
import { keepOnDevice } from '../ui/keep-on-device.ts'
import { loadPatiently } from '../ui/load-patiently.ts'
import { currentLanguage, type Language, languageStorageKey, languages } from './languages.ts'

type Words = { readonly default: Readonly<Record<string, unknown>> }
type FirstWords = { readonly default: Readonly<Record<string, Words['default']>> }

/** One chunk for each language and namespace: a page loads its own words in the reader's language and no others. */
const files = import.meta.glob<Words>([
  './locales/*/*.json',
  '!./locales/*/common.json',
  '!./locales/*/errors.json',
  '!./locales/*/join.json',
  '!./locales/*/ui.json',
])

/** What every page needs, in one. */
const firstFiles = import.meta.glob<FirstWords>('./locales/*/first.ts')

const defaultNamespace = 'common'

const firstNamespaces = [defaultNamespace, 'errors', 'join', 'ui']

/** Reads words from the build's own files; nothing is fetched from elsewhere. */
const fileBackend = {
  type: 'backend' as const,
  callbackApi: false,
  init: () => undefined,
  async read(language: string, namespace: string): Promise<Readonly<Record<string, unknown>>> {
    const first = firstFiles[`./locales/${language}/first.ts`]
    if (first && firstNamespaces.includes(namespace)) {
      // Before anything is shown, `boot.js` comes again.
      const words = (await (hasStarted ? loadPatiently(first) : first())).default[namespace]
      if (words) return words
    }
    const load = files[`./locales/${language}/${namespace}.json`]
    if (!load) throw new Error(`no words for ${language}/${namespace}`)
    // Of words that failed once only their names would be shown, for as long as the page is open.
    return (await loadPatiently(load)).default
  },
}
let hasStarted = false

/** @throws where the words did not get here. */
export async function startI18n(): Promise<i18n> {
  const instance = createInstance()
  await instance
    .use(fileBackend)
    .use(initReactI18next)
    .init({
      lng: currentLanguage(),
      // Every language is complete (a test holds it), so no second one is loaded to fall back to.
      fallbackLng: false,
      supportedLngs: Object.keys(languages),
      ns: firstNamespaces,
      defaultNS: defaultNamespace,
      // React escapes.
      interpolation: { escapeValue: false },
    })
  // Without words it would show their names, and never ask for them again.
  if (!instance.hasResourceBundle(instance.language, defaultNamespace)) throw new Error('there are no words')
  hasStarted = true
  // Words have digits as everything else has them.
  instance.services.formatter?.add('number', (value, language = 'en') => formatNumber(value, language))
  return instance
}

/** Loads the language's words first, so that the page changes at once and whole. */
export async function chooseLanguage(instance: i18n, language: Language): Promise<void> {
  await instance.changeLanguage(language)
  keepOnDevice(languageStorageKey, language)
  document.documentElement.lang = language
  document.documentElement.dir = languages[language].dir
}
