import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { at, cartOf, holdOf, START_MS } from '../seats/testing/carts'
import type * as Store from './cart-store'

let store: typeof Store

beforeEach(async () => {
  vi.useFakeTimers({ now: START_MS })
  vi.resetModules()
  store = await import('./cart-store')
})
afterEach(() => vi.useRealTimers())

const glance = (seats: number, seconds: number) =>
  store.glanceAt(cartOf(holdOf(Array.from({ length: seats }, (_, index) => index))), at(seconds))

describe('the count in the header', () => {
  it('is unknown until somebody says', () => {
    expect(store.readCount()).toBeNull()
  })

  it('follows the newest word and lets an older one go', () => {
    store.noteCart(glance(3, 2))
    store.noteCart(glance(9, 1))
    expect(store.readCount()).toBe(3)
  })

  it('drops when a hold ends, and says so at that moment', async () => {
    const listener = vi.fn()
    store.noteCart(glance(2, 0))
    store.watchCart(listener)
    await vi.advanceTimersByTimeAsync(599_000)
    expect(store.readCount()).toBe(2)
    await vi.advanceTimersByTimeAsync(1_100)
    expect(store.readCount()).toBe(0)
    expect(listener).toHaveBeenCalledTimes(1)
  })

  it("goes by the server's clock where the visitor's is wrong", async () => {
    vi.setSystemTime(START_MS + 3_600_000)
    store.noteCart(glance(2, 0))
    expect(store.readCount()).toBe(2)
  })
})

describe('other tabs', () => {
  it('hear of a change, and of nothing where nothing changed', async () => {
    vi.useRealTimers()
    const here = new BroadcastChannel('cart')
    const heard: unknown[] = []
    here.onmessage = (event) => heard.push(event.data)
    store.noteCart(glance(1, 1))
    store.noteCart(glance(1, 2))
    store.noteCart(glance(2, 3))
    await vi.waitFor(() => expect(heard).toHaveLength(2))
    here.close()
  })
})

describe('what a browser keeps of its cart', () => {
  beforeEach(() => {
    const kept = new Map<string, string>()
    vi.stubGlobal('localStorage', {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, value: string) => kept.set(name, value),
    })
  })
  afterEach(() => vi.unstubAllGlobals())

  it('is the last it heard, by the server’s clock, until that is over', () => {
    expect(store.readKeptCart()).toBeNull()
    store.noteCart(glance(2, 0))
    const kept = store.readKeptCart()
    expect(kept).toMatchObject({ seatCount: 2, serverNow: at(0).toISOString() })
    expect(Date.parse(kept?.endsAt ?? '') - START_MS).toBe(600_000)
    vi.setSystemTime(START_MS + 600_001)
    expect(store.readKeptCart()).toBeNull()
  })

  it('is not overwritten by a page that is older than it', async () => {
    store.noteCart(glance(3, 60))
    vi.resetModules()
    const reloaded: typeof Store = await import('./cart-store')
    reloaded.noteCart(glance(1, 0))
    expect(reloaded.readKeptCart()).toMatchObject({ seatCount: 3 })
  })

  it('is nothing where the browser keeps nothing, or nonsense', () => {
    localStorage.setItem('cart', '{')
    expect(store.readKeptCart()).toBeNull()
    vi.stubGlobal('localStorage', undefined)
    store.noteCart(glance(1, 0))
    expect(store.readKeptCart()).toBeNull()
    expect(store.readCount()).toBe(1)
  })
})
