import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'
import { findChromium } from './host/test/chromium'
import { findRunning } from './host/test/running'

const root = fileURLToPath(new URL('.', import.meta.url))
const baseURL = findRunning(root)
const report = process.env.E2E_REPORT

const journeys = 'journeys/**/*.spec.ts'

// Journeys at both widths, the API once. `npm test` starts what they need; alone they test a running `npm start`.
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  forbidOnly: Boolean(report),
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: report ? [['list'], ['json', { outputFile: report }]] : 'list',
  use: {
    baseURL,
    // Without its film: that costs as much as the tests themselves. Pictures of the document after every step cost a
    // fifth: whoever looks into one failure by hand has them, `npm test` has what was done, asked and said.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: !report },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: findChromium() ?? undefined,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  projects: [
    { name: 'api', testMatch: 'api/**/*.spec.ts' },
    { name: 'desktop', testMatch: journeys, use: { viewport: { width: 1440, height: 900 } } },
    {
      name: 'phone',
      testMatch: journeys,
      use: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
    },
  ],
})
