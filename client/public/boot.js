/*
 * Runs before the first paint, outside the bundle: sets language, direction and colours on the root element.
 * `src/i18n/languages.ts` and `src/app/theme.ts` read them from there; a test holds both lists of languages together.
 */
;(() => {
  const directions = { en: 'ltr', ar: 'rtl' }
  const root = document.documentElement
  const stored = (key) => {
    try {
      return localStorage.getItem(key)
    } catch {
      // Storage can be switched off; the device's own settings then decide.
      return null
    }
  }
  const wished = [stored('tablecloth.language'), ...navigator.languages].map((tag) => tag?.split('-')[0])
  const language = wished.find((tag) => tag && Object.hasOwn(directions, tag)) ?? 'en'
  root.lang = language
  root.dir = directions[language]
  const theme = stored('tablecloth.theme')
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme
})()
