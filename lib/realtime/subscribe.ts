import type { Channel, default as Pusher } from 'pusher-js'
import { channelOf, isDivided, OVERVIEW_MS, SEATS_EVENT } from './rules'
import type { RealtimeAddress } from './types'

/** `live`: every change arrives; `down`: nothing does, ask for snapshots; `connecting`: not yet known. */
export type ConnectionState = 'connecting' | 'live' | 'down'

export type SeatSubscriber = {
  /** A message of a channel, as it came: not yet checked. */
  onDiff(diff: unknown): void
  onStateChange(state: ConnectionState): void
  /** So many connections listen to a section (null: to the whole performance), this one among them; null: unknown. */
  onCount?(section: number | null, count: number | null): void
}

export type SeatSubscription = {
  /** Whether changes come by section, as they happen, only from sections that are watched. */
  isDivided: boolean
  /** How long a change in a section that is not watched may take, and what a gap is worth waiting for. */
  overviewMs: number
  /** The sections to hear of at once; those left out are let go of after a moment. */
  watch(sections: readonly number[]): void
  /** Makes the connection anew: the machine slept, and it may be dead without knowing. */
  reconnect(): void
  close(): void
}

export type Subscribed = { performanceId: string; seatCount: number }

/** A section that is left is soon come back to: panning must not cost two messages a step. */
const LINGER_MS = 3_000

const DOWN_STATES = new Set(['unavailable', 'failed', 'disconnected'])

/**
 * Listens to a performance's seats until closed. Never throws: where the client cannot be loaded or the server does not
 * answer, the state is `down` (and `live` again once it does answer). pusher-js is loaded on first use, so that no page
 * pays for it before it needs it.
 */
export function subscribeToSeats(
  address: RealtimeAddress,
  { performanceId, seatCount }: Subscribed,
  subscriber: SeatSubscriber,
): SeatSubscription {
  const divided = isDivided(seatCount)
  let pusher: Pusher | null = null
  let sections: SectionChannels | null = null
  let wanted: readonly number[] = []
  let isClosed = false
  let isChanging = false
  subscriber.onStateChange('connecting')
  import('pusher-js').then(
    ({ default: Client }) => {
      if (isClosed) return
      pusher = new Client(address.key, connectionOptions(address))
      pusher.connection.bind('state_change', ({ current }: { current: string }) => {
        if (isClosed) return
        if (current !== 'connected') forgetCounts()
        if (current === 'connecting') subscriber.onStateChange('connecting')
        if (DOWN_STATES.has(current) && !isChanging) subscriber.onStateChange('down')
      })
      listen(pusher.subscribe(channelOf(performanceId)), subscriber, divided)
      if (divided) sections = new SectionChannels(pusher, performanceId, subscriber)
      sections?.watch(wanted)
    },
    () => isClosed || subscriber.onStateChange('down'),
  )
  const forgetCounts = () => {
    if (!divided) return subscriber.onCount?.(null, null)
    for (const section of sections?.open.keys() ?? []) subscriber.onCount?.(section, null)
  }
  return {
    ...{ isDivided: divided, overviewMs: divided ? OVERVIEW_MS : 0 },
    watch(next) {
      wanted = next
      sections?.watch(next)
    },
    reconnect() {
      // Not down: it comes back within this call.
      isChanging = true
      pusher?.disconnect()
      isChanging = false
      pusher?.connect()
    },
    close() {
      isClosed = true
      sections?.close()
      pusher?.unbind_all()
      pusher?.disconnect()
    },
  }
}

/** Only a subscribed channel is live: an open connection alone says nothing of this performance. */
function listen(channel: Channel, subscriber: SeatSubscriber, isOverview: boolean): void {
  channel.bind('pusher:subscription_succeeded', () => subscriber.onStateChange('live'))
  channel.bind('pusher:subscription_error', () => subscriber.onStateChange('down'))
  channel.bind(SEATS_EVENT, subscriber.onDiff)
  // How many have the map open says nothing of how many look at one part of it.
  if (!isOverview) bindCount(channel, (count) => subscriber.onCount?.(null, count))
}

/** Comes only where the app of the service is set to count. */
function bindCount(channel: Channel, take: (count: number) => void): void {
  channel.bind('pusher:subscription_count', (data: unknown) => {
    const { subscription_count: count } = (data ?? {}) as { subscription_count?: unknown }
    if (typeof count === 'number' && Number.isSafeInteger(count) && count > 0) take(count)
  })
}

/** The channels of the sections that are looked at, or were a moment ago. */
class SectionChannels {
  readonly open = new Map<number, { leaving: ReturnType<typeof setTimeout> | undefined }>()

  constructor(
    private readonly pusher: Pusher,
    private readonly performanceId: string,
    private readonly subscriber: SeatSubscriber,
  ) {}

  watch(sections: readonly number[]): void {
    const wanted = new Set(sections)
    for (const [section, one] of this.open) {
      if (wanted.has(section)) {
        clearTimeout(one.leaving)
        one.leaving = undefined
      } else one.leaving ??= setTimeout(() => this.leave(section), LINGER_MS)
    }
    for (const section of wanted) if (!this.open.has(section)) this.join(section)
  }

  close(): void {
    for (const { leaving } of this.open.values()) clearTimeout(leaving)
    this.open.clear()
  }

  /** A section that cannot be joined is not missed for long: the overview tells of it too. */
  private join(section: number): void {
    this.open.set(section, { leaving: undefined })
    const channel = this.pusher.subscribe(channelOf(this.performanceId, section))
    channel.bind(SEATS_EVENT, this.subscriber.onDiff)
    bindCount(channel, (count) => this.subscriber.onCount?.(section, count))
  }

  private leave(section: number): void {
    this.open.delete(section)
    const name = channelOf(this.performanceId, section)
    this.pusher.channel(name)?.unbind_all()
    this.pusher.unsubscribe(name)
    this.subscriber.onCount?.(section, null)
  }
}

function connectionOptions(address: RealtimeAddress) {
  const always = {
    enabledTransports: ['ws' as const, 'wss' as const],
    unavailableTimeout: 4_000,
    activityTimeout: 30_000,
    pongTimeout: 8_000,
  }
  if ('cluster' in address) return { ...always, cluster: address.cluster, forceTLS: true }
  const { host, port, tls } = address
  // The cluster is required, and unused where a host is given.
  return { ...always, cluster: '', wsHost: host, wsPort: port, wssPort: port, forceTLS: tls }
}
