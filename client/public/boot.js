/*
 * Runs before the first paint, outside the bundle; the build puts it into the page itself. Sets language, direction,
 * colours and letters on the root element, and asks at once for what the page will need: on a poor line each question
 * that waits for another's answer costs a second. Comes again where the code does not get here. `src/i18n/languages.ts`, `src/app/theme.ts`, `src/app/web-fonts.ts` and
 * `src/api/asked-ahead.ts` read what it leaves; a test holds both lists of languages together.
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
  if (stored('tablecloth.fonts') === 'here') root.dataset.fonts = 'here'

  const parts = document.getElementById('parts')
  const words = parts && JSON.parse(parts.textContent).words[language]
  if (words) {
    const link = document.createElement('link')
    link.rel = 'modulepreload'
    link.href = words.first
    document.head.append(link)
  }

  const hasStarted = () => document.querySelector('#root > :not(.first-load, .first-words)') !== null
  let isBroken = false
  // No browser asks again for what broke off on its way here: the page would stay empty.
  const comeAgain = async () => {
    if (isBroken || hasStarted()) return
    isBroken = true
    if (words) {
      const line = document.createElement('p')
      line.className = 'first-words'
      line.textContent = words.noLine
      document.getElementById('root')?.append(line)
    }
    for (let waitMs = 1_000; ; waitMs = Math.min(8_000, 2 * waitMs)) {
      await new Promise((resolve) => setTimeout(resolve, waitMs))
      // Without an answer the browser would show a page of its own, and stay there.
      const answer = await fetch('/icon.svg', { method: 'HEAD', cache: 'no-store' }).catch(() => undefined)
      if (answer?.ok) return location.reload()
    }
  }
  const needed = 'script, link[rel="stylesheet"], link[rel="modulepreload"]'
  const onBroken = ({ target }) => target instanceof Element && target.matches(needed) && void comeAgain()
  addEventListener('error', onBroken, true)

  const [, place, id] = location.pathname.split('/')
  const questions = []
  if (place === 'join' && id) questions.push(`/api/invites/${id}`)
  if (place === 'boards' && id) questions.push(`/api/boards/${id}`, '/api/settings', '/api/me')
  globalThis.tableclothAsked = new Map(
    questions.map((path) => {
      // Read to its end whether anybody takes it or not: an answer that is left half read keeps its line busy.
      const answer = fetch(path, { headers: { accept: 'application/json' } }).then(async (response) => {
        const { status, statusText, headers } = response
        return new Response(await response.blob(), { status, statusText, headers })
      })
      // Whoever takes the answer is told; nobody may take it.
      answer.catch(() => undefined)
      return [path, answer]
    }),
  )
})()
