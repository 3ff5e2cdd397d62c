import Pusher from 'pusher'
import { env } from '@/lib/platform/env'
import type { SeatDiff } from '@/lib/seat-map/live'

let client: Pusher | undefined

/** Sends a diff to every browser that watches the performance; throws where Pusher does not take it. */
export async function publishDiff(performanceId: string, diff: SeatDiff): Promise<void> {
  await open().trigger(channelOf(performanceId), 'seats', diff)
}

/** Asks Pusher something cheap; throws where it does not answer. */
export async function pingPusher(): Promise<void> {
  const response = await open().get({ path: '/channels', params: {} })
  if (response.status !== 200) throw new Error(`Pusher answered ${response.status}`)
}

function channelOf(performanceId: string): string {
  return `performance-${performanceId}`
}

function open(): Pusher {
  client ??= new Pusher({
    appId: env.PUSHER_APP_ID,
    key: env.PUSHER_KEY,
    secret: env.PUSHER_SECRET,
    timeout: 3_000,
    ...(env.PUSHER_HOST
      ? { host: env.PUSHER_HOST, port: String(env.PUSHER_PORT ?? 443), useTLS: env.PUSHER_SCHEME !== 'http' }
      : { cluster: env.PUSHER_CLUSTER ?? 'eu', useTLS: true }),
  })
  return client
}
