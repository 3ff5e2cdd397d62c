import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { KEPT_CACHE } from './kept-cache'
import { forgetKept, type KeptTicket, keepOfflinePage, keepTickets, readKept } from './kept-tickets'
import { FakeCaches } from './testing/fake-caches'

const hour = 3_600_000
const at = (ms: number) => new Date(Date.now() + ms).toISOString()
const ticket = (id: string, overInMs = hour): KeptTicket => ({
  path: `/tickets/${id}?key=tbo_secret`,
  ...{ title: 'The Glass Orchard', words: 'Stalls, row F, seat 17', timezone: 'Europe/Vienna' },
  ...{ startsAt: at(overInMs - hour), overAt: at(overInMs) },
})

let caches: FakeCaches
let pages: Record<string, string>
const unregister = vi.fn()

beforeEach(() => {
  caches = new FakeCaches()
  pages = { '/tickets/offline': '<script src="/_next/static/chunks/list.js">' }
  unregister.mockClear()
  vi.stubGlobal('window', { caches })
  vi.stubGlobal('caches', caches)
  vi.stubGlobal('location', new URL('https://tickets.example/tickets'))
  const serviceWorker = { register: vi.fn(), getRegistration: async () => ({ unregister }) }
  vi.stubGlobal('navigator', { serviceWorker })
  vi.stubGlobal('fetch', async (path: string) => {
    const { pathname } = new URL(path, 'https://tickets.example')
    if (pathname.endsWith('.css')) return new Response('a{src:url(../media/face.woff2)}')
    if (pathname.startsWith('/_next/')) return new Response(pathname)
    const text =
      pages[pathname] ?? '<link href="/_next/static/css/all.css"><script>"/_next/static/chunks/a.js"'
    return new Response(text, { status: text === 'gone' ? 404 : 200 })
  })
})
afterEach(() => vi.unstubAllGlobals())

const kept = () => caches.paths(KEPT_CACHE)
const keptPages = () => kept().filter((path) => !path.startsWith('/_next/'))

describe('tickets kept on a phone', () => {
  it('are their pages under their paths, keys left out, and every file these name, fonts of styles too', async () => {
    expect(await keepTickets('ada', [ticket('1')], true)).toBe(true)
    expect(kept()).toEqual([
      '/_next/static/chunks/a.js',
      '/_next/static/chunks/list.js',
      '/_next/static/css/all.css',
      '/_next/static/media/face.woff2',
      '/tickets/1',
      '/tickets/kept.json',
      '/tickets/offline',
    ])
    expect(await readKept()).toMatchObject({ owner: 'ada', tickets: [{ title: 'The Glass Orchard' }] })
  })

  it('join those kept before, unless these are all there are', async () => {
    await keepTickets('ada', [ticket('1')], false)
    await keepTickets('ada', [ticket('2')], false)
    expect(keptPages()).toEqual(['/tickets/1', '/tickets/2', '/tickets/kept.json', '/tickets/offline'])
    await keepTickets('ada', [ticket('2')], true)
    expect(keptPages()).toEqual(['/tickets/2', '/tickets/kept.json', '/tickets/offline'])
  })

  it('go once they are over, and with somebody else, and when they are let go', async () => {
    await keepTickets('ada', [ticket('1', 10)], false)
    await new Promise((resolve) => setTimeout(resolve, 15))
    await keepTickets('ada', [ticket('2')], false)
    expect(keptPages()).not.toContain('/tickets/1')
    await keepTickets('guest', [ticket('3')], false)
    expect(keptPages()).toEqual(['/tickets/3', '/tickets/kept.json', '/tickets/offline'])
    await forgetKept()
    expect(kept()).toEqual([])
    expect(await readKept()).toBeNull()
    expect(unregister).toHaveBeenCalled()
  })

  it('drop the files of the build before once no kept page needs them', async () => {
    await keepTickets('ada', [ticket('1')], true)
    pages['/tickets/1'] = '<script src="/_next/static/chunks/b.js">'
    await keepTickets('ada', [ticket('1')], true)
    expect(kept()).toContain('/_next/static/chunks/b.js')
    expect(kept()).not.toContain('/_next/static/chunks/a.js')
  })

  it('are not said to be kept where a page cannot be had, or the browser keeps nothing', async () => {
    pages['/tickets/1'] = 'gone'
    expect(await keepTickets('ada', [ticket('1')], true)).toBe(false)
    vi.stubGlobal('navigator', {})
    expect(await keepTickets('ada', [ticket('2')], true)).toBe(false)
  })
})

describe('the page for when there is no signal', () => {
  it('is kept with its files where there are no tickets, and no ticket is made of it', async () => {
    await keepOfflinePage(at(hour))
    expect(kept()).toEqual(['/_next/static/chunks/list.js', '/tickets/offline'])
    expect(await readKept()).toBeNull()
    await keepTickets('ada', [ticket('1')], false)
    expect(keptPages()).toEqual(['/tickets/1', '/tickets/kept.json', '/tickets/offline'])
  })

  it('leaves kept tickets and their files as they are', async () => {
    await keepTickets('ada', [ticket('1')], false)
    const before = kept()
    await keepOfflinePage(at(hour))
    expect(kept()).toEqual(before)
  })
})
