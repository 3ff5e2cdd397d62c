import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lockDataDir } from './lock'

const makeDir = () => mkdtempSync(join(tmpdir(), 'lock-'))

test('a directory that a living process uses is refused, until it lets go', async () => {
  const dir = makeDir()
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  writeFileSync(join(dir, 'running.pid'), String(other.pid))
  expect(() => lockDataDir(dir)).toThrow(`process ${other.pid}`)
  other.kill()
  await once(other, 'exit')
  expect(() => lockDataDir(dir)()).not.toThrow()
})

test('what is given free can be taken again', () => {
  const dir = makeDir()
  lockDataDir(dir)()
  expect(() => lockDataDir(dir)()).not.toThrow()
})
