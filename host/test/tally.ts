import { existsSync, readFileSync } from 'node:fs'

/** How a part of the tests went. */
export type Tally = { passed: number; failed: number; skipped: number }

export const onePassed: Tally = { passed: 1, failed: 0, skipped: 0 }
export const oneFailed: Tally = { passed: 0, failed: 1, skipped: 0 }

/** The sum of several runs. */
export function addTallies(tallies: Tally[]): Tally {
  const sum = (key: keyof Tally) => tallies.reduce((total, each) => total + each[key], 0)
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') }
}

/** `12 passed, 0 failed`, and `, 1 skipped` where there are any. */
export function describeTally({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

type VitestReport = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { status: string; assertionResults: unknown[] }[]
}

/** Counts vitest's JSON report. A file that could not even be loaded is one failure. */
export function tallyVitest(path: string, exitCode: number): Tally {
  const report = readReport<VitestReport>(path)
  if (!report) return oneFailed
  const isBroken = ({ status, assertionResults }: VitestReport['testResults'][number]) =>
    status === 'failed' && assertionResults.length === 0
  const broken = report.testResults.filter(isBroken).length
  const skipped = report.numPendingTests + report.numTodoTests
  return insist({ passed: report.numPassedTests, failed: report.numFailedTests + broken, skipped }, exitCode)
}

type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  errors: unknown[]
}

/** Counts playwright's JSON report. An error outside any test is one failure; passing only on a retry is another. */
export function tallyPlaywright(path: string, exitCode: number): Tally {
  const report = readReport<PlaywrightReport>(path)
  if (!report) return oneFailed
  const { expected, unexpected, flaky, skipped } = report.stats
  return insist({ passed: expected, failed: unexpected + flaky + report.errors.length, skipped }, exitCode)
}

/** What failed without a count (an unhandled error, a hook) still failed; and no test at all is no success. */
function insist(tally: Tally, exitCode: number): Tally {
  const isSilent = exitCode !== 0 && tally.failed === 0
  return isSilent || tally.passed + tally.failed === 0 ? { ...tally, failed: tally.failed + 1 } : tally
}

function readReport<T>(path: string): T | null {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as T) : null
}
