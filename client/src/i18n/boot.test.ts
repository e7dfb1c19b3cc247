import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import boot from '../../public/boot.js?raw'
import { languages } from './languages.ts'

const root = document.documentElement
let page: AbortController

beforeEach(() => {
  page = new AbortController()
  // Each test's page is a new one; the window here is the same.
  const listen = window.addEventListener.bind(window)
  vi.stubGlobal('addEventListener', (type: string, listener: EventListener, capture: boolean) =>
    listen(type, listener, { capture, signal: page.signal }),
  )
  localStorage.clear()
  root.removeAttribute('lang')
  delete root.dataset.theme
  vi.restoreAllMocks()
})

afterEach(() => {
  page.abort()
  vi.unstubAllGlobals()
})

/** As a browser does: a classic script, before everything else. */
function runBoot(): void {
  new Function(boot)()
}

test.each(Object.entries(languages))('knows %s and its direction', (language, { dir }) => {
  localStorage.setItem('tablecloth.language', language)
  runBoot()
  expect([root.lang, root.dir]).toEqual([language, dir])
})

test('takes the first of the device’s languages that there is', () => {
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['tpi', 'ar-EG', 'en'])
  runBoot()
  expect([root.lang, root.dir]).toEqual(['ar', 'rtl'])
})

test('speaks English when it knows none of the device’s languages', () => {
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['tpi'])
  localStorage.setItem('tablecloth.language', 'constructor')
  runBoot()
  expect(root.lang).toBe('en')
})

test('sets the colours a person has chosen, and leaves the rest to the device', () => {
  localStorage.setItem('tablecloth.theme', 'dark')
  runBoot()
  expect(root.dataset.theme).toBe('dark')
  delete root.dataset.theme
  localStorage.setItem('tablecloth.theme', 'device')
  runBoot()
  expect(root.dataset.theme).toBeUndefined()
})

describe('code that does not get here', () => {
  const reload = vi.fn()

  beforeEach(() => {
    vi.useFakeTimers()
    reload.mockClear()
    vi.stubGlobal('location', { pathname: '/join/ABCDEF', reload })
    const parts = { words: { en: { first: '/first.js', noLine: 'The line broke.' } } }
    document.body.innerHTML = `<script type="application/json" id="parts">${JSON.stringify(parts)}</script>
      <div id="root"><div class="first-load"></div></div>`
  })
  afterEach(() => void vi.useRealTimers())
  const breakOff = (element: Element) => {
    document.body.append(element)
    element.dispatchEvent(new Event('error'))
  }
  const answerFetch = (answer: () => Promise<unknown>) => {
    const asked = vi.fn(answer)
    vi.stubGlobal('fetch', asked)
    return asked
  }

  test('is said, and the page comes again once there is a line', async () => {
    let isThere = false
    answerFetch(async () => {
      if (!isThere) throw new TypeError('no line')
      return { ok: true, blob: async () => new Blob() }
    })
    runBoot()
    breakOff(document.createElement('script'))
    breakOff(document.createElement('script'))
    expect([...document.querySelectorAll('#root p')].map(({ textContent }) => textContent)).toEqual(['The line broke.'])
    await vi.advanceTimersByTimeAsync(60_000)
    expect(reload).not.toHaveBeenCalled()
    isThere = true
    await vi.advanceTimersByTimeAsync(8_000)
    expect(reload).toHaveBeenCalledOnce()
  })

  test('is no matter of the page once that has started, nor are pictures', async () => {
    answerFetch(async () => ({ ok: true, blob: async () => new Blob() }))
    runBoot()
    breakOff(document.createElement('img'))
    document.getElementById('root')?.replaceChildren(document.createElement('main'))
    breakOff(document.createElement('script'))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(reload).not.toHaveBeenCalled()
    expect(document.querySelector('#root p')).toBeNull()
  })
})
