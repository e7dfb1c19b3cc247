import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findChromium } from './find-chromium.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tablecloth-chromium-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function put(path: string): string {
  const whole = join(folder, path)
  mkdirSync(join(whole, '..'), { recursive: true })
  writeFileSync(whole, '')
  return whole
}

test('the one that is named comes first', () => {
  const named = put('named/browser')
  expect(findChromium({ CHROMIUM_PATH: named, PATH: join(put('bin/chromium'), '..') })).toBe(named)
})

test('one that is named and not there is not replaced by another behind one’s back', () => {
  expect(
    findChromium({ CHROMIUM_PATH: join(folder, 'nothing'), PATH: join(put('bin/chromium'), '..') }),
  ).toBeUndefined()
})

test('the path is searched', () => {
  const found = put('bin/google-chrome')
  expect(findChromium({ PATH: `${folder}/empty:${join(found, '..')}` })).toBe(found)
})
