import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

export type Command = {
  program: string
  args: string[]
  env: NodeJS.ProcessEnv
  cwd?: string
  quiet?: boolean
}

const patienceMs = 15_000
const running = new Set<ChildProcess>()

/**
 * Starts a program in a group of its own: a Ctrl-C in the terminal reaches us alone, and we stop what we started in
 * order. It also dies with us where we die without a word (`exit`).
 */
export function startChild({ program, args, env, cwd, quiet }: Command): ChildProcess {
  const output = quiet ? 'pipe' : 'inherit'
  const child = spawn(program, args, { env, cwd, detached: true, stdio: ['ignore', output, output, 'ipc'] })
  const killAtExit = () => signalGroup(child, 'SIGKILL')
  process.once('exit', killAtExit)
  running.add(child)
  child.once('exit', () => {
    running.delete(child)
    process.off('exit', killAtExit)
  })
  return child
}

/** Asks the program and what it started to end; insists after 15 seconds. */
export async function stopChild(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return
  const ended = once(child, 'exit')
  const insist = setTimeout(() => signalGroup(child, 'SIGKILL'), patienceMs)
  child.kill('SIGTERM')
  await ended
  clearTimeout(insist)
  signalGroup(child, 'SIGKILL')
}

/** Stops whatever we started and has not ended. */
export async function stopChildren(): Promise<void> {
  await Promise.all([...running].map(stopChild))
}

/** Runs a program to its end. What a quiet one said is shown only where it failed. */
export async function runChild(command: Command, signal?: AbortSignal): Promise<number> {
  const child = startChild(command)
  const said: Buffer[] = []
  child.stdout?.on('data', (chunk: Buffer) => said.push(chunk))
  child.stderr?.on('data', (chunk: Buffer) => said.push(chunk))
  const stop = () => void stopChild(child)
  signal?.addEventListener('abort', stop)
  const [code] = (await once(child, 'close')) as [number | null]
  signal?.removeEventListener('abort', stop)
  if (code !== 0) process.stderr.write(Buffer.concat(said))
  return code ?? 1
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals) {
  if (!child.pid) return
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal)
  } catch {
    // The whole group is gone already.
  }
}
