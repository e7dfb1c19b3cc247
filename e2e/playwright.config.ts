import { defineConfig } from '@playwright/test'
import { findChromium, howToGetChromium } from './runner/find-chromium.mjs'

const executablePath = findChromium(process.env)
if (!executablePath) throw new Error(howToGetChromium)

/**
 * The suggestions under Chromium's address bar are two pages of its own beside each of ours, and cost half a second of
 * computing per window that nobody types an address into. Chromium heeds only the last list of this kind, so what
 * Playwright itself switches off is said again.
 */
const disabledFeatures = [
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'],
  ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'PaintHolding', 'HttpsUpgrades'],
  ...['HttpsFirstBalancedModeAutoEnable', 'LensOverlay', 'MediaRouter', 'ThirdPartyStoragePartitioning'],
  ...['AvoidCorsURLLoaderRestartOnRedirect', 'OptimizationHints', 'NetworkTimeServiceQuerying', 'AimEnabled'],
  'PreconnectToSearch',
]

export default defineConfig({
  testDir: './tests',
  outputDir: '../test-results/playwright',
  // Two browsers' worth of work is what two cores bear while a server runs beside them.
  workers: 2,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: '../test-results/playwright.json' }]],
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    colorScheme: 'light',
    // Where the app is opened without a line, a spec lets it in again: it must not stand between the others and the server.
    serviceWorkers: 'block',
    // Nothing here may depend on an animation's end.
    contextOptions: { reducedMotion: 'reduce' },
    actionTimeout: 15_000,
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        `--disable-features=${disabledFeatures.join(',')}`,
      ],
    },
  },
})
