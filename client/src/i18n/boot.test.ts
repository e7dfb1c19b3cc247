import { beforeEach, expect, test, vi } from 'vitest'
import boot from '../../public/boot.js?raw'
import { languages } from './languages.ts'

const root = document.documentElement

beforeEach(() => {
  localStorage.clear()
  root.removeAttribute('lang')
  delete root.dataset.theme
  vi.restoreAllMocks()
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
