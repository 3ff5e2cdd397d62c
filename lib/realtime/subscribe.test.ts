import Pusher from 'pusher'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type PusherEmulator, startPusherEmulator } from '@/host/emulators/pusher/start'
import { type ConnectionState, subscribeToSeats } from './subscribe'

const app = { id: 'test-app', key: 'test-key', secret: 'test-secret' }

let server: PusherEmulator
let publisher: Pusher
let unsubscribe = () => {}

beforeEach(async () => {
  server = await startPusherEmulator({ port: 0, app })
  const where = { host: '127.0.0.1', port: String(server.port), useTLS: false }
  publisher = new Pusher({ appId: app.id, key: app.key, secret: app.secret, ...where })
})

afterEach(async () => {
  unsubscribe()
  await server.close()
})

function watch(performanceId: string, seatCount = 500) {
  const diffs: unknown[] = []
  const states: ConnectionState[] = []
  const counts: [section: number | null, count: number | null][] = []
  const subscription = subscribeToSeats(
    { key: app.key, host: '127.0.0.1', port: server.port, tls: false },
    { performanceId, seatCount },
    {
      onDiff: (diff) => diffs.push(diff),
      onStateChange: (state) => states.push(state),
      onCount: (section, count) => counts.push([section, count]),
    },
  )
  unsubscribe = subscription.close
  const isLive = () => vi.waitFor(() => expect(states.at(-1)).toBe('live'), 5_000)
  return { diffs, states, counts, subscription, isLive }
}

async function channels(): Promise<string[]> {
  const state = (await (await fetch(`${server.url}/_emulator/state`)).json()) as { channels: object }
  return Object.keys(state.channels)
}

describe('the browser’s subscription', () => {
  it('hears the diffs of its performance and of no other', async () => {
    const { diffs, isLive } = watch('p1')
    await isLive()
    const diff = { from: 1, to: 2, seats: [[4, 1]] }
    await publisher.trigger('performance-p2', 'seats', { from: 7, to: 8, seats: [] })
    await publisher.trigger('performance-p1', 'seats', diff)
    await vi.waitFor(() => expect(diffs).toEqual([diff]), 5_000)
  })

  it('hears nothing more once closed', async () => {
    const { diffs, isLive } = watch('p1')
    await isLive()
    unsubscribe()
    await publisher.trigger('performance-p1', 'seats', { from: 1, to: 2, seats: [] })
    await new Promise((resolve) => setTimeout(resolve, 150))
    expect(diffs).toEqual([])
  })

  it('comes back live after the connection was cut', async () => {
    const { states, isLive } = watch('p1')
    await isLive()
    await fetch(`${server.url}/_emulator/disconnect?code=4200`, { method: 'POST' })
    await vi.waitFor(() => expect(states.filter((state) => state === 'live').length).toBe(2), 8_000)
    expect(states).toEqual(['connecting', 'live', 'connecting', 'live'])
  }, 10_000)

  it('says down, and throws nothing, where no one answers', async () => {
    const states: ConnectionState[] = []
    const nowhere = { key: app.key, host: '127.0.0.1', port: 1, tls: false }
    const subscriber = { onDiff: () => {}, onStateChange: (state: ConnectionState) => states.push(state) }
    unsubscribe = subscribeToSeats(nowhere, { performanceId: 'p1', seatCount: 500 }, subscriber).close
    await vi.waitFor(() => expect(states).toContain('down'), 8_000)
  }, 10_000)

  it('of a large map hears the overview, and the sections that are watched', async () => {
    const { diffs, subscription, isLive } = watch('p1', 100_000)
    subscription.watch([3])
    await isLive()
    await vi.waitFor(async () => expect(await channels()).toContain('performance-p1-section-3'))
    for (const [channel, to] of [
      ['performance-p1-section-4', 1],
      ['performance-p1-section-3', 2],
      ['performance-p1', 3],
    ] as const) {
      await publisher.trigger(channel, 'seats', { from: 0, to, seats: [] })
    }
    await vi.waitFor(() => expect(diffs.map((diff) => (diff as { to: number }).to)).toEqual([2, 3]), 5_000)
  })

  it('leaves a section a while after it was left, not while one pans to and fro, and hears it again after a cut', async () => {
    const { counts, states, subscription, isLive } = watch('p1', 100_000)
    await isLive()
    subscription.watch([1, 2])
    await vi.waitFor(
      () =>
        expect(counts).toEqual([
          [1, 1],
          [2, 1],
        ]),
      5_000,
    )
    subscription.watch([2])
    subscription.watch([1, 2])
    subscription.watch([2])
    await fetch(`${server.url}/_emulator/disconnect?code=4200`, { method: 'POST' })
    await vi.waitFor(() => expect(states.filter((state) => state === 'live').length).toBe(2), 8_000)
    await vi.waitFor(
      async () => expect(await channels()).toEqual(['performance-p1', 'performance-p1-section-2']),
      6_000,
    )
    expect(counts.slice(2)).toContainEqual([2, null])
    expect(counts.at(-1)).toEqual([1, null])
  }, 20_000)

  it('makes the connection anew when asked, without being down', async () => {
    const { states, counts, subscription, isLive } = watch('p1')
    await isLive()
    subscription.reconnect()
    await vi.waitFor(() => expect(states.filter((state) => state === 'live').length).toBe(2), 8_000)
    expect(states).toEqual(['connecting', 'live', 'connecting', 'live'])
    await vi.waitFor(() => expect(counts.at(-1)).toEqual([null, 1]))
    expect(counts).toContainEqual([null, null])
  }, 10_000)
})
