import type { RealtimeAddress } from './types'

/** Where a performance's changes are heard. */
export function channelOf(performanceId: string): string {
  return `performance-${performanceId}`
}

/** The one event on it: a batch of seats. */
export const SEATS_EVENT = 'seats'

type Settings = {
  PUSHER_KEY: string
  PUSHER_CLUSTER?: string
  PUSHER_HOST?: string
  PUSHER_PORT?: number
  PUSHER_SCHEME?: 'http' | 'https'
}

/** What the settings name, the same for who publishes and who listens: a server of one's own, else Pusher's cluster. */
export function decideAddress(settings: Settings): RealtimeAddress {
  const { PUSHER_KEY: key, PUSHER_CLUSTER: cluster = '', PUSHER_HOST: host } = settings
  if (!host) return { key, cluster }
  const tls = settings.PUSHER_SCHEME !== 'http'
  return { key, host, port: settings.PUSHER_PORT ?? (tls ? 443 : 80), tls }
}
