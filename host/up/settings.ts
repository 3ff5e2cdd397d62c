import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import type { Env } from '../emulators/start-all'

/** The environment over `.env`, as Next has it: what is set for this one run wins. Empty values count as unset. */
export function readSettings(root: string, env: Env = process.env): Env {
  const path = join(root, '.env')
  const fromFile = existsSync(path) ? parseEnv(readFileSync(path, 'utf8')) : {}
  const set = Object.entries({ ...fromFile, ...env }).filter(
    ([, value]) => value !== undefined && value !== '',
  )
  return Object.fromEntries(set)
}

/** The port to serve on. */
export function readPort(settings: Env): number {
  return Number(settings.PORT ?? 3000)
}
