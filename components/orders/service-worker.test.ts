import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { KEPT_CACHE } from './kept-cache'
import { FakeCaches } from './testing/fake-caches'

const CODE = readFileSync(new URL('../../public/sw.js', import.meta.url), 'utf8')
const TICKET = '/tickets/01a1f909-af70-70c9-afb5-b07151491ce5'
const soon = new Date(Date.now() + 3_600_000).toISOString()
const past = new Date(Date.now() - 1_000).toISOString()

type Handler = (event: object) => void
let caches: FakeCaches
let network: (path: string) => Promise<Response>
let handlers: Map<string, Handler>

beforeEach(() => {
  caches = new FakeCaches()
  network = async (path) => new Response(`server ${path}`)
  handlers = new Map()
  const self = {
    addEventListener: (name: string, handler: Handler) => handlers.set(name, handler),
    location: new URL('https://tickets.example/sw.js'),
    skipWaiting: () => {},
    clients: { claim: () => {} },
  }
  // Asked for each time, so that a test's clock is the worker's.
  const later = (work: () => void, ms: number) => setTimeout(work, ms)
  const fetch = (request: { url: string }) => network(new URL(request.url).pathname)
  runInNewContext(CODE, { self, caches, fetch, URL, Date, Promise, Error, setTimeout: later })
})

async function keep(path: string, overAt?: string, name = KEPT_CACHE) {
  const headers = overAt ? { 'x-over-at': overAt } : undefined
  await (await caches.open(name)).put(path, new Response(`kept ${path}`, { headers }))
}

/** What the worker answers a request with; null where it leaves it to the browser. */
async function ask(
  path: string,
  { mode = 'navigate', method = 'GET', origin = 'https://tickets.example' } = {},
) {
  let answer: Promise<Response> | null = null
  const respondWith = (response: Promise<Response>) => {
    answer = response
  }
  handlers.get('fetch')?.({ request: { url: `${origin}${path}`, mode, method }, respondWith })
  return answer === null ? null : (await (answer as Promise<Response>)).text()
}

const noSignal = () => Promise.reject(new TypeError('Failed to fetch'))

describe('the service worker', () => {
  it('shows what the server says while there is one, for kept tickets too', async () => {
    await keep(TICKET, soon)
    expect(await ask(TICKET)).toBe(`server ${TICKET}`)
    network = async () => new Response('not yours any more', { status: 404 })
    expect(await ask(TICKET)).toBe('not yours any more')
  })

  it('shows a kept ticket where there is no signal, where the server is broken, and where it takes too long', async () => {
    await keep(TICKET, soon)
    network = noSignal
    expect(await ask(`${TICKET}?key=tbo_x`)).toBe(`kept ${TICKET}`)
    network = async () => new Response('oops', { status: 503 })
    expect(await ask(TICKET)).toBe(`kept ${TICKET}`)
    vi.useFakeTimers()
    network = () => new Promise(() => {})
    const shown = ask(TICKET)
    await vi.advanceTimersByTimeAsync(4_000)
    expect(await shown).toBe(`kept ${TICKET}`)
    vi.useRealTimers()
  })

  it('shows the list of kept tickets instead of any other page, and the browser’s own words where nothing is kept', async () => {
    network = noSignal
    await expect(ask('/cart')).rejects.toThrow('Failed to fetch')
    await keep('/tickets/offline', soon)
    expect(await ask('/cart')).toBe('kept /tickets/offline')
    expect(await ask('/account')).toBe('kept /tickets/offline')
  })

  it('lets a ticket go once its evening is over', async () => {
    await keep(TICKET, past)
    await keep('/tickets/offline', soon)
    network = noSignal
    expect(await ask(TICKET)).toBe('kept /tickets/offline')
    expect(caches.paths(KEPT_CACHE)).toEqual(['/tickets/offline'])
    await keep(TICKET, past)
    await keep('/other', undefined, 'ticketboss-tickets-0')
    await keep('/else', undefined, 'somebody-else')
    const done: Promise<unknown>[] = []
    handlers.get('activate')?.({ waitUntil: (work: Promise<unknown>) => done.push(work) })
    await Promise.all(done)
    expect(caches.paths(KEPT_CACHE)).toEqual(['/tickets/offline'])
    expect([...caches.kept.keys()].sort()).toEqual(['somebody-else', KEPT_CACHE])
  })

  it('gives kept files to kept pages, and asks for the others', async () => {
    await keep('/_next/static/chunks/a.js')
    network = async (path) => new Response(`server ${path}`)
    const asset = { mode: 'no-cors' }
    expect(await ask('/_next/static/chunks/a.js', asset)).toBe('kept /_next/static/chunks/a.js')
    expect(await ask('/_next/static/chunks/b.js', asset)).toBe('server /_next/static/chunks/b.js')
  })

  it('leaves everything else alone, and never keeps anything itself', async () => {
    expect(await ask('/api/v1/cart', { mode: 'cors' })).toBeNull()
    expect(await ask('/orders/1', { mode: 'navigate', method: 'POST' })).toBeNull()
    expect(await ask('/x', { origin: 'https://elsewhere.example' })).toBeNull()
    await ask('/')
    await ask('/orders')
    expect([...caches.kept.keys()]).toEqual([])
    expect(CODE).not.toMatch(/\.put\(|\.add\(|addAll/)
  })
})
