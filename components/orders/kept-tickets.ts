import { KEPT_CACHE } from './kept-cache'

/**
 * What a phone keeps of somebody's tickets, in the browser's Cache Storage: their pages whole, with the files these
 * need, so that `public/sw.js` can show them without a signal. The worker never writes here; a page does, signed in as
 * whose they are. The names are the worker's too.
 */
const INDEX = '/tickets/kept.json'
/** Shown instead of any other page while there is no signal: it lists what is kept. */
const OFFLINE = '/tickets/offline'
const OVER_HEADER = 'x-over-at'

export type KeptTicket = {
  /** Of its page, key and all. */
  path: string
  title: string
  words: string
  /** ISO 8601. */
  startsAt: string
  timezone: string
  /** ISO 8601: kept until then. */
  overAt: string
}

type Index = { owner: string; tickets: KeptTicket[] }

/** What is kept, and whose it is; null where nothing is. */
export async function readKept(): Promise<Index | null> {
  if (!('caches' in window) || !(await caches.has(KEPT_CACHE))) return null
  const cache = await caches.open(KEPT_CACHE)
  return ((await (await cache.match(INDEX))?.json()) as Index | undefined) ?? null
}

/** Lets everything that is kept go: at sign-out, and when somebody asks for it. */
export async function forgetKept(): Promise<void> {
  if ('caches' in window) await caches.delete(KEPT_CACHE)
  const worker = await navigator.serviceWorker?.getRegistration('/')
  await worker?.unregister()
}

/**
 * Keeps these tickets, and lets go of those of somebody else, and of those of the same owner that are over. `isAll`:
 * these are all the owner has, what else is kept goes too (it was passed on, or refunded). Returns whether they are
 * kept: false in a browser that cannot, or without a signal.
 */
export async function keepTickets(owner: string, tickets: KeptTicket[], isAll: boolean): Promise<boolean> {
  if (!('caches' in window) || !('serviceWorker' in navigator)) return false
  const before = await readKept()
  if (before && before.owner !== owner) await forgetKept()
  await navigator.serviceWorker.register('/sw.js', { scope: '/', updateViaCache: 'none' })
  const others = isAll || before?.owner !== owner ? [] : before.tickets
  const now = new Date().toISOString()
  const isNew = ({ path }: KeptTicket) => tickets.every((ticket) => pageOf(ticket) !== pageOf({ path }))
  const all = [...tickets, ...others.filter(isNew)].filter(({ overAt }) => overAt > now)
  const cache = await caches.open(KEPT_CACHE)
  const files = new Set<string>()
  const lastOver =
    all
      .map(({ overAt }) => overAt)
      .sort()
      .at(-1) ?? now
  for (const { path, overAt } of [...tickets, { path: OFFLINE, overAt: lastOver }]) {
    if (!(await keepPage(cache, path, overAt))) return false
  }
  for (const request of await cache.keys()) {
    const page = new URL(request.url).pathname
    if (page === INDEX || page.startsWith('/_next/')) continue
    const isKept = page === OFFLINE || all.some((ticket) => pageOf(ticket) === page)
    if (!isKept) await cache.delete(request)
    else for (const file of filesIn(await (await cache.match(request))?.text())) files.add(file)
  }
  await keepFiles(cache, files)
  await cache.put(INDEX, Response.json({ owner, tickets: all } satisfies Index))
  return true
}

/**
 * Keeps the page that stands in for any other while there is no signal, though there are no tickets: it says what is
 * held in the cart. `overAt` (ISO 8601): until when. Kept tickets have it already.
 */
export async function keepOfflinePage(overAt: string): Promise<void> {
  if (!('caches' in window) || !('serviceWorker' in navigator) || (await readKept())) return
  await navigator.serviceWorker.register('/sw.js', { scope: '/', updateViaCache: 'none' })
  const cache = await caches.open(KEPT_CACHE)
  const page = await fetch(OFFLINE, { credentials: 'same-origin' })
  if (!page.ok) return
  // Last of all the page: one that is there has everything it needs.
  await keepFiles(cache, new Set(filesIn(await page.text())))
  await keepPage(cache, OFFLINE, overAt)
}

function pageOf({ path }: Pick<KeptTicket, 'path'>): string {
  return new URL(path, location.origin).pathname
}

/** Under its path alone: a key in the address opens the page, and is not part of its name. */
async function keepPage(cache: Cache, path: string, overAt: string): Promise<boolean> {
  const response = await fetch(path, { credentials: 'same-origin' })
  if (!response.ok || response.redirected) return false
  const headers = {
    'content-type': response.headers.get('content-type') ?? 'text/html',
    [OVER_HEADER]: overAt,
  }
  await cache.put(pageOf({ path }), new Response(await response.blob(), { headers }))
  return true
}

/** Files whose names change with what is in them: scripts, styles, fonts. */
function filesIn(text = ''): string[] {
  return text.match(/\/_next\/static\/[\w./~%-]+\.(?:js|css|woff2?)/g) ?? []
}

/** Fetches what is not there yet, and drops what no kept page needs any more: those of the build before, say. */
async function keepFiles(cache: Cache, files: Set<string>): Promise<void> {
  for (const file of files) {
    const known = await cache.match(file)
    const response = known ?? (await fetch(file))
    if (!response.ok) continue
    if (!known) await cache.put(file, response.clone())
    if (!file.endsWith('.css')) continue
    for (const [, url = ''] of (await response.text()).matchAll(/url\(["']?([^"')]+\.woff2?)["']?\)/g)) {
      files.add(new URL(url, new URL(file, location.origin)).pathname)
    }
  }
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url)
    if (pathname.startsWith('/_next/') && !files.has(pathname)) await cache.delete(request)
  }
}
