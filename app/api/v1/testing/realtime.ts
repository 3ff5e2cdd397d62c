import { startPusherEmulator } from '@/host/emulators/pusher/start'
import { env } from '@/lib/platform/env'

/** For tests: somebody who takes the live updates. Returns how to stop. */
export async function openRealtime(): Promise<() => Promise<void>> {
  const app = { id: env.PUSHER_APP_ID, key: env.PUSHER_KEY, secret: env.PUSHER_SECRET }
  const pusher = await startPusherEmulator({ port: 0, app })
  Object.assign(env, { PUSHER_HOST: '127.0.0.1', PUSHER_PORT: pusher.port, PUSHER_SCHEME: 'http' })
  return () => pusher.close()
}
