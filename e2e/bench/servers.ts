import { setTimeout as sleep } from 'node:timers/promises'
import { startPusherEmulator } from '@/host/emulators/pusher/start'
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

/** Builds the app where its sources changed, and starts all three, with a stand-in for Pusher. */
export async function startServers(): Promise<Servers> {
  const live = { id: 'bench', key: 'bench-key', secret: 'bench-secret' }
  const pusher = await startPusherEmulator({ port: await findFreePort(), app: live })
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    ...{ PUSHER_APP_ID: live.id, PUSHER_KEY: live.key, PUSHER_SECRET: live.secret },
    ...{ PUSHER_HOST: '127.0.0.1', PUSHER_PORT: String(pusher.port), PUSHER_SCHEME: 'http' },
    ...{ NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  }
  await buildApp(env)
  const [host, next, constant] = [await findFreePort(), await findFreePort(), await findFreePort()]
  const children = [await startServer({ ...env, PORT: String(host) }, false)]
  const start = async (command: Command, port: number, path: string) => {
    children.push(startChild(command))
    await waitFor(`http://127.0.0.1:${port}${path}`)
  }
  const stop = async () => {
    await Promise.all(children.map(stopChild))
    await pusher.close()
  }
  try {
    const nextArgs = ['start', '-H', '127.0.0.1', '-p', String(next)]
    await start({ ...nodeCommand('next/dist/bin/next', nextArgs, env), quiet: true }, next, '/api/v1/nothing')
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
