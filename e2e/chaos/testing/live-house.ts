import type { Fault } from '@/host/emulators/pusher/faults'
import { startPusherEmulator } from '@/host/emulators/pusher/start'

/** The stand-in for Pusher, where the environment says it is. Must run before anything of ours reads the environment. */
export async function openLine() {
  const { PUSHER_APP_ID: id = '', PUSHER_KEY: key = '', PUSHER_SECRET: secret = '' } = process.env
  const server = await startPusherEmulator({ port: 0, app: { id, key, secret } })
  process.env.PUSHER_PORT = String(server.port)
  const control = (path: string, init?: RequestInit) => fetch(`${server.url}/_emulator/${path}`, init)
  return {
    address: { key, host: '127.0.0.1', port: server.port, tls: false },
    break: (...rules: Fault[]) => control('faults', { method: 'POST', body: JSON.stringify({ rules }) }),
    mend: () => control('faults', { method: 'DELETE' }),
    cut: () => control('disconnect?code=4200', { method: 'POST' }),
    close: () => server.close(),
  }
}

export type Line = Awaited<ReturnType<typeof openLine>>
