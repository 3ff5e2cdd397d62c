import { setTimeout as sleep } from 'node:timers/promises'
import { closeStandIns, startStandIns } from '@/host/emulators/start-all'
import { findFreePort } from '@/host/ports'
import { buildApp, nodeCommand } from '@/host/up/build'
import { type Command, startChild, stopChild } from '@/host/up/child'
import { tsxArgs } from '@/host/up/seed'
import { startServer } from '@/host/up/serve'

/** The ports of what answers, each a process of its own. */
export type Servers = {
  /** host/server.ts, as `npm start` serves it: hot doors first, then Next. */
  host: number
  /** `next start`: every route by Next. */
  next: number
  /** A constant through host/fetch-server.ts. */
  constant: number
  stop(): Promise<void>
}

/** Builds the app where its sources changed, and starts all three, with a stand-in for each provider. */
export async function startServers(dataDir: string): Promise<Servers> {
  const host = await findFreePort()
  const standIns = await startStandIns({}, { dataDir, appUrl: `http://127.0.0.1:${host}` })
  const env: NodeJS.ProcessEnv = {
    ...Object.assign({}, process.env, ...[...standIns.values()].map((each) => each.env)),
    ...{ NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  }
  await buildApp(env)
  const children = [await startServer({ ...env, PORT: String(host) }, false)]
  const start = async (command: Command, port: number, path: string) => {
    const child = startChild(command)
    child.stdout?.resume()
    child.stderr?.pipe(process.stderr)
    children.push(child)
    await waitFor(`http://127.0.0.1:${port}${path}`)
  }
  const stop = async () => {
    await Promise.all(children.map(stopChild))
    await closeStandIns(standIns)
  }
  try {
    const next = await findFreePort()
    const nextArgs = ['start', '-H', '127.0.0.1', '-p', String(next)]
    await start({ ...nodeCommand('next/dist/bin/next', nextArgs, env), quiet: true }, next, '/api/v1/nothing')
    const constant = await findFreePort()
    const constantArgs = tsxArgs('e2e/bench/constant-server.ts')
    const constantEnv = { ...env, PORT: String(constant) }
    await start({ program: process.execPath, args: constantArgs, env: constantEnv }, constant, '/')
    return { host, next, constant, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function waitFor(url: string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(10_000) }).catch(() => null)
    await answer?.body?.cancel()
    if (answer) return
    await sleep(200)
  }
  throw new Error(`${url} does not answer`)
}
