import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import Pusher from 'pusher'
import { env } from '@/lib/platform/env'
import type { SeatDiff } from '@/lib/seat-map/live-messages'
import { channelOf, decideAddress, SEATS_EVENT } from './rules'
import type { RealtimeAddress } from './types'

/** Pusher takes so many events in one call. */
const MAX_BATCH = 10
const CALLS_AT_ONCE = 4
const TIMEOUT_MS = 3_000
/** A connection that was not used for so long is not trusted to stand. */
const IDLE_MS = 4_000

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
  if (only && events.length === 1) {
    return insist(() => open().trigger(only.channel, only.name, only.data))
  }
  const calls = Array.from({ length: Math.ceil(events.length / MAX_BATCH) }, (_, i) =>
    events.slice(i * MAX_BATCH, (i + 1) * MAX_BATCH),
  )
  const send = async () => {
    for (let call = calls.pop(); call; call = calls.pop()) {
      const some = call
      await insist(() => open().triggerBatch(some))
    }
  }
  await Promise.all(Array.from({ length: CALLS_AT_ONCE }, send))
}

/** Asks once more where the connection broke: a kept one may have been closed meanwhile, and a repeat is harmless. */
async function insist(call: () => Promise<Pusher.Response>): Promise<void> {
  const isBroken = (error: unknown) => !(error instanceof Object && 'status' in error && error.status)
  const response = await call().catch((error) => (isBroken(error) ? call() : Promise.reject(error)))
  // Read to its end, or its connection is not free for the next.
  await response.text()
}

/** Asks Pusher something cheap; throws where it does not answer. */
export async function pingPusher(): Promise<void> {
  const response = await open().get({ path: '/channels', params: {} })
  await response.text()
  if (response.status !== 200) throw new Error(`Pusher answered ${response.status}`)
}

/** Where a browser listens to what is published here. */
export function realtimeAddress(): RealtimeAddress {
  return decideAddress(env)
}

function open(): Pusher {
  if (client) return client
  const address = decideAddress(env)
  const isTls = 'cluster' in address || address.tls
  const kept = { keepAlive: true, timeout: IDLE_MS }
  client = new Pusher({
    appId: env.PUSHER_APP_ID,
    key: address.key,
    secret: env.PUSHER_SECRET,
    timeout: TIMEOUT_MS,
    // Without one, each message would open a connection of its own.
    agent: isTls ? new HttpsAgent(kept) : new HttpAgent(kept),
    ...('cluster' in address
      ? { cluster: address.cluster, useTLS: true }
      : { host: address.host, port: String(address.port), useTLS: address.tls }),
  })
  return client
}
