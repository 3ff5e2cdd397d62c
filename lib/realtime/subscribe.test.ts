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

function watch(performanceId: string) {
  const diffs: unknown[] = []
  const states: ConnectionState[] = []
  unsubscribe = subscribeToSeats(
    { key: app.key, host: '127.0.0.1', port: server.port, tls: false },
    performanceId,
    { onDiff: (diff) => diffs.push(diff), onStateChange: (state) => states.push(state) },
  )
  return { diffs, states, isLive: () => vi.waitFor(() => expect(states.at(-1)).toBe('live'), 5_000) }
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
    unsubscribe = subscribeToSeats(nowhere, 'p1', {
      onDiff: () => {},
      onStateChange: (state) => states.push(state),
    })
    await vi.waitFor(() => expect(states).toContain('down'), 8_000)
  }, 10_000)
})
