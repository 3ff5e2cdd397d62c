import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Where the browser tests find the app: what `npm test` started, told by the environment, or else what `npm start`
 * is running, told by .data/running.json. Fills the environment with all settings; returns the site's address.
 */
export function findRunning(root: string): string {
  const path = join(root, '.data/running.json')
  if (!process.env.APP_URL && existsSync(path)) {
    for (const [name, value] of Object.entries(JSON.parse(readFileSync(path, 'utf8')))) {
      process.env[name] ??= value as string
    }
  }
  if (!process.env.APP_URL)
    throw new Error('nothing to test: run `npm test -- e2e`, or `npm start` beside this')
  return process.env.APP_URL
}
