import type { ChildProcess } from 'node:child_process'
import { startChild, stopChild } from './child'
import { tsxArgs } from './seed'

const firstAnswerMs = 120_000
const settingsOfNext = { NEXT_TELEMETRY_DISABLED: '1' }

/** Starts host/server.ts and waits until it answers. Throws where it ends first. */
export async function startServer(settings: NodeJS.ProcessEnv, dev: boolean): Promise<ChildProcess> {
  const env: NodeJS.ProcessEnv = {
    ...settings,
    ...settingsOfNext,
    NODE_ENV: dev ? 'development' : 'production',
  }
  const args = [...tsxArgs('host/server.ts'), ...(dev ? ['--dev'] : [])]
  const server = startChild({ program: process.execPath, args, env })
  try {
    await waitUntilServing(server, `http://127.0.0.1:${env.PORT}/api/v1/health`)
  } catch (error) {
    await stopChild(server)
    throw error
  }
  return server
}

/** Lets running requests end, then ends. */
export function stopServer(server: ChildProcess): Promise<void> {
  return stopChild(server)
}

async function waitUntilServing(child: ChildProcess, url: string): Promise<void> {
  const deadline = Date.now() + firstAnswerMs
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error('the server ended as it started')
    const answer = await fetch(url, { signal: AbortSignal.timeout(60_000) }).catch(() => null)
    if (answer) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`${url} does not answer`)
}
