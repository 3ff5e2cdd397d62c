import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const patienceMs = 15_000

/**
 * After a crash of ours a Postgres may still run on the data directory, or a `postmaster.pid` may name a process that
 * is long gone (or is someone else by now). Stops the one, removes the other.
 */
export async function clearLeftover(dataDir: string): Promise<void> {
  const pid = readPid(join(dataDir, 'postmaster.pid'))
  if (pid === null) return
  if (isPostgres(pid, dataDir)) {
    process.kill(pid, 'SIGINT')
    await waitForExit(pid)
  }
  rmSync(join(dataDir, 'postmaster.pid'), { force: true })
}

function readPid(path: string): number | null {
  try {
    const pid = Number.parseInt(readFileSync(path, 'utf8'), 10)
    return Number.isInteger(pid) && pid > 0 ? pid : null
  } catch {
    return null
  }
}

/** Whether this process is a Postgres on this very directory. */
function isPostgres(pid: number, dataDir: string): boolean {
  try {
    const command = execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
    return command.includes('postgres') && command.includes(dataDir)
  } catch {
    return false
  }
}

async function waitForExit(pid: number) {
  const deadline = Date.now() + patienceMs
  while (Date.now() < deadline) {
    try {
      process.kill(pid, 0)
    } catch {
      return
    }
    await sleep(50)
  }
  throw new Error(`a Postgres from an earlier run (process ${pid}) does not stop: stop it and try again`)
}
