import { existsSync, readFileSync } from 'node:fs'

export const vitestReport = 'test-results/vitest.json'
export const longReport = 'test-results/vitest-long.json'
export const playwrightReport = 'test-results/playwright.json'

/**
 * What the runners themselves say, added up. A file that could not even be loaded has no tests to fail, so it counts as
 * one failure of its own; so does a runner that left no report.
 *
 * @returns {{ passed: number, failed: number }}
 */
export function countTests() {
  const counts = [readVitest(vitestReport), readPlaywright()]
  return {
    passed: counts.reduce((sum, count) => sum + count.passed, 0),
    failed: counts.reduce((sum, count) => sum + count.failed, 0),
  }
}

/**
 * The same for the long campaigns.
 *
 * @returns {{ passed: number, failed: number }}
 */
export function countLongTests() {
  return readVitest(longReport)
}

/** @param {string} path */
function readVitest(path) {
  const report = read(path)
  if (!report) return { passed: 0, failed: 1 }
  const unloadable = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloadable.length }
}

function readPlaywright() {
  const report = read(playwrightReport)
  if (!report) return { passed: 0, failed: 1 }
  const { expected, unexpected, flaky } = report.stats
  return { passed: expected, failed: unexpected + flaky + report.errors.length }
}

/** @param {string} path */
function read(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
}
