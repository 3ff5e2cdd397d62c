import Pusher from 'pusher'
import PusherJs from 'pusher-js'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type PusherEmulator, startPusherEmulator } from './start'

const app = { id: '7', key: 'key', secret: 'secret' }
let emulator: PusherEmulator
let server: Pusher
let browsers: PusherJs[]

beforeEach(async () => {
  emulator = await startPusherEmulator({ port: 0, app })
  server = new Pusher({
    appId: app.id,
    key: app.key,
    secret: app.secret,
    host: '127.0.0.1',
    port: String(emulator.port),
  })
  browsers = []
})

afterEach(async () => {
  for (const browser of browsers) browser.disconnect()
  await emulator.close()
})

function openBrowser(userId?: string, secret = app.secret): PusherJs {
  const signer = new Pusher({ appId: app.id, key: app.key, secret, cluster: 'x' })
  const browser = new PusherJs(app.key, {
    cluster: '',
    wsHost: '127.0.0.1',
    wsPort: emulator.port,
    forceTLS: false,
    enabledTransports: ['ws'],
    disableStats: true,
    channelAuthorization: {
      transport: 'ajax',
      endpoint: '',
      customHandler: ({ socketId, channelName }, done) =>
        done(null, signer.authorizeChannel(socketId, channelName, userId ? { user_id: userId } : undefined)),
    },
  })
  browsers.push(browser)
  return browser
}

function subscribe(browser: PusherJs, name: string) {
  const channel = browser.subscribe(name)
  return new Promise<typeof channel>((resolve, reject) => {
    channel.bind('pusher:subscription_succeeded', () => resolve(channel))
    channel.bind('pusher:subscription_error', reject)
  })
}

async function listen(browser: PusherJs, name = 'performance-1') {
  const got: unknown[] = []
  const channel = await subscribe(browser, name)
  channel.bind('seats', (data: unknown) => got.push(data))
  return got
}

function setFaults(...rules: object[]) {
  return fetch(`${emulator.url}/_emulator/faults`, { method: 'POST', body: JSON.stringify({ rules }) })
}

test('what the server triggers reaches every subscriber of the channel, and nobody else', async () => {
  const [ada, ben, eve] = [
    await listen(openBrowser()),
    await listen(openBrowser()),
    await listen(openBrowser(), 'other'),
  ]
  await server.trigger('performance-1', 'seats', { from: 1, to: 2 })
  await vi.waitFor(() => expect([ada, ben]).toEqual([[{ from: 1, to: 2 }], [{ from: 1, to: 2 }]]))
  expect(eve).toEqual([])
})

test('a batch arrives whole and in order', async () => {
  const got = await listen(openBrowser())
  const batch = [1, 2, 3].map((to) => ({ channel: 'performance-1', name: 'seats', data: { to } }))
  await server.triggerBatch(batch)
  await vi.waitFor(() => expect(got).toEqual([{ to: 1 }, { to: 2 }, { to: 3 }]))
})

test('a REST call with a wrong secret is refused', async () => {
  const forger = new Pusher({
    appId: '7',
    key: 'key',
    secret: 'no',
    host: '127.0.0.1',
    port: String(emulator.port),
  })
  await expect(forger.trigger('performance-1', 'seats', {})).rejects.toMatchObject({ status: 401 })
})

test('more than 10 kB in an event are refused, as by Pusher', async () => {
  await expect(server.trigger('c', 'seats', 'x'.repeat(10_241))).rejects.toMatchObject({ status: 413 })
})

test('a private channel opens for a signature of ours only', async () => {
  await subscribe(openBrowser(), 'private-cart')
  await expect(subscribe(openBrowser(undefined, 'forged'), 'private-cart')).rejects.toMatchObject({
    status: 401,
  })
})

test('members of a presence channel see each other come and go', async () => {
  const ada = (await subscribe(openBrowser('ada'), 'presence-door')) as ReturnType<PusherJs['subscribe']>
  const seen: string[] = []
  ada.bind('pusher:member_added', ({ id }: { id: string }) => seen.push(`+${id}`))
  ada.bind('pusher:member_removed', ({ id }: { id: string }) => seen.push(`-${id}`))
  const ben = openBrowser('ben')
  await subscribe(ben, 'presence-door')
  ben.disconnect()
  await vi.waitFor(() => expect(seen).toEqual(['+ben', '-ben']))
})

test('client events pass between members of a private channel', async () => {
  const [ada, ben] = [
    await subscribe(openBrowser(), 'private-x'),
    await subscribe(openBrowser(), 'private-x'),
  ]
  const got: unknown[] = []
  ben.bind('client-wave', (data: unknown) => got.push(data))
  ada.trigger('client-wave', { hand: 'left' })
  await vi.waitFor(() => expect(got).toEqual([{ hand: 'left' }]))
})

test('an unknown key is told so with 4001 and not reconnected', async () => {
  const browser = new PusherJs('nobody', {
    cluster: '',
    wsHost: '127.0.0.1',
    wsPort: emulator.port,
    forceTLS: false,
    enabledTransports: ['ws'],
  })
  browsers.push(browser)
  const error = await new Promise((resolve) => browser.connection.bind('error', resolve))
  expect(error).toMatchObject({ error: { data: { code: 4001 } } })
})

test('the REST API tells who is in a channel', async () => {
  await subscribe(openBrowser('ada'), 'presence-door')
  const response = await server.get({
    path: '/channels/presence-door',
    params: { info: 'user_count,subscription_count' },
  })
  expect(await response.json()).toEqual({ occupied: true, user_count: 1, subscription_count: 1 })
  expect(await (await server.get({ path: '/channels/presence-door/users' })).json()).toEqual({
    users: [{ id: 'ada' }],
  })
})

test('faults drop, double and reorder messages, as often as asked', async () => {
  const got = await listen(openBrowser())
  await setFaults(
    { effect: 'drop', times: 1 },
    { effect: 'duplicate', times: 1 },
    { effect: 'reorder', times: 1 },
  )
  for (const to of [1, 2, 3, 4, 5]) await server.trigger('performance-1', 'seats', { to })
  await vi.waitFor(() => expect(got.map((each) => (each as { to: number }).to)).toEqual([2, 2, 4, 3, 5]))
})

test('a publish can fail after its effect', async () => {
  const got = await listen(openBrowser())
  await setFaults({ effect: 'fail-after', times: 1 })
  await expect(server.trigger('performance-1', 'seats', { to: 1 })).rejects.toMatchObject({ status: 500 })
  await vi.waitFor(() => expect(got).toEqual([{ to: 1 }]))
})

test('browsers come back after a disconnect', async () => {
  const browser = openBrowser()
  const got = await listen(browser)
  const before = browser.connection.socket_id
  await fetch(`${emulator.url}/_emulator/disconnect`, { method: 'POST' })
  await vi.waitFor(() => expect(browser.connection.socket_id).not.toBe(before), 5_000)
  await subscribe(browser, 'after')
  await server.trigger('performance-1', 'seats', { to: 9 })
  await vi.waitFor(() => expect(got).toEqual([{ to: 9 }]))
})

test('everyone in a channel hears how many there are, as they come and go; presence channels tell of people', async () => {
  const counts: number[] = []
  const ada = openBrowser()
  const channel = ada.subscribe('performance-1')
  channel.bind('pusher:subscription_count', ({ subscription_count }: { subscription_count: number }) =>
    counts.push(subscription_count),
  )
  await vi.waitFor(() => expect(counts).toEqual([1]))
  const ben = openBrowser()
  await subscribe(ben, 'performance-1')
  await subscribe(ben, 'other')
  ben.disconnect()
  await vi.waitFor(() => expect(counts).toEqual([1, 2, 1]))

  const heard: string[] = []
  const door = await subscribe(openBrowser('ada'), 'presence-door')
  door.bind_global((event: string) => heard.push(event))
  await subscribe(openBrowser('ben'), 'presence-door')
  await vi.waitFor(() => expect(heard).toEqual(['pusher:member_added']))
})

test('a fault that strikes by chance strikes sometimes', async () => {
  const got = await listen(openBrowser())
  await setFaults({ effect: 'drop', chance: 0.5 })
  for (let to = 1; to <= 40; to++) await server.trigger('performance-1', 'seats', { to })
  await fetch(`${emulator.url}/_emulator/faults`, { method: 'DELETE' })
  await server.trigger('performance-1', 'seats', { to: 99 })
  await vi.waitFor(() => expect(got.at(-1)).toEqual({ to: 99 }))
  expect(got.length).toBeGreaterThan(2)
  expect(got.length).toBeLessThan(40)
})

test('those who ask for a channel can be cut off, and nobody else', async () => {
  const [ada, ben] = [openBrowser(), openBrowser()]
  const got = await listen(ada)
  await listen(ben, 'other')
  const bensSocket = ben.connection.socket_id
  await setFaults({ effect: 'cut', channel: '^performance-1$', times: 1 })
  await fetch(`${emulator.url}/_emulator/disconnect?channel=^performance-1$`, { method: 'POST' })
  await vi.waitFor(async () => {
    await server.trigger('performance-1', 'seats', { to: 1 })
    expect(got).toContainEqual({ to: 1 })
  }, 8_000)
  expect(ben.connection.socket_id).toBe(bensSocket)
}, 10_000)
