import { execFileSync } from 'node:child_process'
import { chownSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** How to spawn a Postgres program: what goes before it, and as whom. */
export type RunAs = { prefix: string[]; uid?: number; gid?: number }

/**
 * Postgres refuses to run as root, so root runs it as the user `postgres` (created where missing), who gets the data
 * directory. Everyone else runs it as themselves.
 */
export function prepareUser(dataDir: string, binaryPath: string): RunAs {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  if (process.getuid?.() !== 0) return { prefix: [] }
  const { uid, gid } = findUser() ?? createUser()
  chownSync(dataDir, uid, gid)
  if (canReach(dataDir, uid) && canReach(binaryPath, uid)) return { prefix: [], uid, gid }
  return { prefix: keepReach(uid, gid, dataDir) }
}

function findUser(): { uid: number; gid: number } | null {
  try {
    return { uid: readId('-u'), gid: readId('-g') }
  } catch {
    return null
  }
}

function readId(flag: '-u' | '-g'): number {
  return Number(
    execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  )
}

function createUser() {
  try {
    execFileSync('groupadd', ['--force', 'postgres'])
    execFileSync('useradd', ['-g', 'postgres', 'postgres'])
  } catch (cause) {
    throw new Error('Postgres cannot run as root, and the user "postgres" could not be created', { cause })
  }
  return findUser() as { uid: number; gid: number }
}

/** Whether every directory above `path` lets this user pass. */
function canReach(path: string, uid: number): boolean {
  const parent = dirname(path)
  if (parent === path) return true
  const { mode, uid: owner } = statSync(parent)
  const passes = (mode & 0o001) !== 0 || (owner === uid && (mode & 0o100) !== 0)
  return passes && canReach(parent, uid)
}

/** A clone inside a private directory (/root, mktemp -d): the user keeps root's right to pass, and nothing else. */
function keepReach(uid: number, gid: number, dataDir: string): string[] {
  const right = '+dac_override'
  const prefix = ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', `--inh-caps=${right}`]
  // Without the securebit, access(2) would forget the right again, and initdb asks access(2).
  prefix.push(`--ambient-caps=${right}`, '--securebits=+no_setuid_fixup', '--')
  try {
    execFileSync(prefix[0]!, [...prefix.slice(1), 'true'])
    return prefix
  } catch (cause) {
    throw new Error(`the user "postgres" cannot reach ${dataDir}: use a directory open to others`, { cause })
  }
}
