import type { Channel } from 'pusher-js'
import { channelOf, SEATS_EVENT } from './rules'
import type { RealtimeAddress } from './types'

/** `live`: every change arrives; `down`: nothing does, ask for snapshots; `connecting`: not yet known. */
export type ConnectionState = 'connecting' | 'live' | 'down'

export type SeatSubscriber = {
  /** A message of the performance's channel, as it came: not yet checked. */
  onDiff(diff: unknown): void
  onStateChange(state: ConnectionState): void
}

/**
 * Listens to a performance's seats until the returned function is called. Never throws: where the client cannot be
 * loaded or the server does not answer, the state is `down` (and `live` again once it does answer). pusher-js is
 * loaded on first use, so that no page pays for it before it needs it.
 */
export function subscribeToSeats(
  address: RealtimeAddress,
  performanceId: string,
  subscriber: SeatSubscriber,
): () => void {
  let close = () => {}
  let isClosed = false
  subscriber.onStateChange('connecting')
  import('pusher-js').then(
    ({ default: Pusher }) => {
      if (isClosed) return
      const pusher = new Pusher(address.key, connectionOptions(address))
      const channel = pusher.subscribe(channelOf(performanceId))
      pusher.connection.bind('state_change', ({ current }: { current: string }) => {
        if (current === 'connecting') subscriber.onStateChange('connecting')
        if (DOWN_STATES.has(current)) subscriber.onStateChange('down')
      })
      listen(channel, subscriber)
      close = () => {
        channel.unbind_all()
        pusher.disconnect()
      }
    },
    () => isClosed || subscriber.onStateChange('down'),
  )
  return () => {
    isClosed = true
    close()
  }
}

const DOWN_STATES = new Set(['unavailable', 'failed', 'disconnected'])

/** Only a subscribed channel is live: an open connection alone says nothing of this performance. */
function listen(channel: Channel, { onDiff, onStateChange }: SeatSubscriber): void {
  channel.bind('pusher:subscription_succeeded', () => onStateChange('live'))
  channel.bind('pusher:subscription_error', () => onStateChange('down'))
  channel.bind(SEATS_EVENT, onDiff)
}

function connectionOptions(address: RealtimeAddress) {
  const always = {
    enabledTransports: ['ws' as const, 'wss' as const],
    unavailableTimeout: 4_000,
    activityTimeout: 30_000,
  }
  if ('cluster' in address) return { ...always, cluster: address.cluster, forceTLS: true }
  const { host, port, tls } = address
  // The cluster is required, and unused where a host is given.
  return { ...always, cluster: '', wsHost: host, wsPort: port, wssPort: port, forceTLS: tls }
}
