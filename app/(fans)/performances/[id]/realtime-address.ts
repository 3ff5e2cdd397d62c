import { env } from '@/lib/platform/env'
import type { RealtimeAddress } from '@/lib/realtime/subscribe'

/** Where a browser finds live updates; null where nothing is named, and pages poll. */
export function realtimeAddress(): RealtimeAddress | null {
  const { PUSHER_KEY: key, PUSHER_CLUSTER: cluster, PUSHER_HOST: host } = env
  const tls = env.PUSHER_SCHEME === 'https'
  if (host) return { key, host, port: env.PUSHER_PORT ?? (tls ? 443 : 80), tls }
  return cluster ? { key, cluster } : null
}
