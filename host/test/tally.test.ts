import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { addTallies, describeTally, tallyPlaywright, tallyVitest } from './tally'

function write(report: object): string {
  const path = join(mkdtempSync(join(tmpdir(), 'report-')), 'report.json')
  writeFileSync(path, JSON.stringify(report))
  return path
}

const vitest = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 1, numTodoTests: 1, testResults: [] }
const playwright = { stats: { expected: 4, unexpected: 1, flaky: 0, skipped: 2 }, errors: [] }

test('each test counts once', () => {
  expect(tallyVitest(write(vitest), 1)).toEqual({ passed: 3, failed: 1, skipped: 2 })
  expect(tallyPlaywright(write(playwright), 1)).toEqual({ passed: 4, failed: 1, skipped: 2 })
})

test('a test file that does not load is a failure', () => {
  const testResults = [{ status: 'failed', assertionResults: [] }]
  expect(tallyVitest(write({ ...vitest, numFailedTests: 0, testResults }), 1).failed).toBe(1)
})

test('a missing report, a silent failure and no test at all are failures', () => {
  expect(tallyVitest('/nowhere/report.json', 0).failed).toBe(1)
  expect(tallyVitest(write({ ...vitest, numFailedTests: 0 }), 1).failed).toBe(1)
  const none = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 }
  expect(tallyPlaywright(write({ stats: none, errors: [] }), 0).failed).toBe(1)
})

test('what passes only on a retry has failed', () => {
  expect(tallyPlaywright(write({ ...playwright, stats: { ...playwright.stats, flaky: 1 } }), 0).failed).toBe(
    2,
  )
})

test('the closing line names skipped tests only where there are some', () => {
  const sum = addTallies([
    { passed: 1, failed: 0, skipped: 0 },
    { passed: 2, failed: 1, skipped: 0 },
  ])
  expect(describeTally(sum)).toBe('3 passed, 1 failed')
  expect(describeTally({ ...sum, skipped: 2 })).toBe('3 passed, 1 failed, 2 skipped')
})
