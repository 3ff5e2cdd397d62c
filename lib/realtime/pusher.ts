import Pusher from 'pusher'
import { env } from '@/lib/platform/env'
import type { SeatDiff } from '@/lib/seat-map/live-messages'
import { channelOf, decideAddress, SEATS_EVENT } from './rules'
import type { RealtimeAddress } from './types'

/** Pusher takes so many events in one call. */
const MAX_BATCH = 10
const CALLS_AT_ONCE = 4

let client: Pusher | undefined

/**
 * Sends diffs to every browser that watches the performance, or the section that each names. They may overtake each
 * other. Throws where Pusher does not take one; others may have gone out then.
 */
export async function publishDiffs(performanceId: string, diffs: readonly SeatDiff[]): Promise<void> {
  const events = diffs.map((data) => ({
    channel: channelOf(performanceId, data.section),
    name: SEATS_EVENT,
    data,
  }))
  const [only] = events
  if (only && events.length === 1) return void (await open().trigger(only.channel, only.name, only.data))
  const calls = Array.from({ length: Math.ceil(events.length / MAX_BATCH) }, (_, i) =>
    events.slice(i * MAX_BATCH, (i + 1) * MAX_BATCH),
  )
  const send = async () => {
    for (let call = calls.pop(); call; call = calls.pop()) await open().triggerBatch(call)
  }
  await Promise.all(Array.from({ length: CALLS_AT_ONCE }, send))
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
