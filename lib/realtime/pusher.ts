import Pusher from 'pusher'
import { env } from '@/lib/platform/env'
import type { SeatDiff } from '@/lib/seat-map/live'
import { channelOf, decideAddress, SEATS_EVENT } from './rules'
import type { RealtimeAddress } from './types'

let client: Pusher | undefined

/** Sends a diff to every browser that watches the performance; throws where Pusher does not take it. */
export async function publishDiff(performanceId: string, diff: SeatDiff): Promise<void> {
  await open().trigger(channelOf(performanceId), SEATS_EVENT, diff)
}

/** Asks Pusher something cheap; throws where it does not answer. */
export async function pingPusher(): Promise<void> {
  const response = await open().get({ path: '/channels', params: {} })
  if (response.status !== 200) throw new Error(`Pusher answered ${response.status}`)
}

/** Where a browser listens to what is published here. */
export function realtimeAddress(): RealtimeAddress {
  return decideAddress(env)
}

function open(): Pusher {
  const address = decideAddress(env)
  client ??= new Pusher({
    appId: env.PUSHER_APP_ID,
    key: address.key,
    secret: env.PUSHER_SECRET,
    timeout: 3_000,
    ...('cluster' in address
      ? { cluster: address.cluster, useTLS: true }
      : { host: address.host, port: String(address.port), useTLS: address.tls }),
  })
  return client
}
