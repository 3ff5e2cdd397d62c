import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * One TicketBoss per data directory: a second one would stop the first one's database as a leftover. Throws while the
 * other runs; returns what gives the place free again. A process that died without doing so is no obstacle.
 */
export function lockDataDir(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true })
  const path = join(dataDir, 'running.pid')
  const other = readPid(path)
  if (other !== null && other !== process.pid && isAlive(other)) {
    throw new Error(`TicketBoss already runs from this folder (process ${other}). Stop it first.`)
  }
  writeFileSync(path, `${process.pid}\n`)
  const unlock = () => rmSync(path, { force: true })
  process.once('exit', unlock)
  return unlock
}

function readPid(path: string): number | null {
  try {
    return Number.parseInt(readFileSync(path, 'utf8'), 10) || null
  } catch {
    return null
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
