import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/**
 * A Chromium that is on this machine already: tests never download one.
 *
 * @param {Readonly<Record<string, string | undefined>>} environment
 * @returns {string | undefined}
 */
export function findChromium(environment) {
  if (environment.CHROMIUM_PATH) return existsSync(environment.CHROMIUM_PATH) ? environment.CHROMIUM_PATH : undefined
  return [...onPath(environment.PATH ?? ''), ...wellKnown, ...fromPlaywright(environment)].find((path) =>
    existsSync(path),
  )
}

export const howToGetChromium =
  'No Chromium was found: install one ("apt-get install chromium", or "npx playwright install chromium"), or point CHROMIUM_PATH to one.'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

const wellKnown = [
  '/usr/bin/chromium',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** @param {string} path */
function onPath(path) {
  return path.split(':').flatMap((folder) => (folder === '' ? [] : names.map((name) => join(folder, name))))
}

/** @param {Readonly<Record<string, string | undefined>>} environment */
function fromPlaywright(environment) {
  const caches = [
    environment.PLAYWRIGHT_BROWSERS_PATH,
    join(homedir(), '.cache/ms-playwright'),
    join(homedir(), 'Library/Caches/ms-playwright'),
  ].filter((cache) => cache !== undefined && existsSync(cache))
  return caches.flatMap((cache) =>
    readdirSync(cache)
      .filter((folder) => folder.startsWith('chromium'))
      .sort()
      .reverse()
      .flatMap((folder) => inside.map((path) => join(cache, folder, path))),
  )
}

const inside = [
  'chrome-linux64/chrome',
  'chrome-linux/chrome',
  'chrome-headless-shell-linux64/chrome-headless-shell',
  'chrome-linux/headless_shell',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
]
