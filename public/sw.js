/*
 * Shows kept tickets where there is no signal. It only reads: what is kept is decided, fetched and let go of by a page
 * (components/orders/kept-tickets.ts), signed in as whose tickets they are. Other pages are never kept, and every page
 * comes from the server as long as that answers, so a deploy needs nothing of this worker. Written by hand because a
 * precaching library would keep the app's shell, which is exactly what must not get old here.
 */
const KEPT = 'ticketboss-tickets-1'
const OFFLINE = '/tickets/offline'
const OVER_HEADER = 'x-over-at'
/** A signal too weak to be one: the kept ticket is shown instead of a spinner. */
const PATIENCE_MS = 4000

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(tidy().then(() => self.clients.claim())))
self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (request.mode === 'navigate') event.respondWith(openPage(request, url.pathname))
  else if (url.pathname.startsWith('/_next/static/')) event.respondWith(openFile(request, url.pathname))
})

/** The server's answer; where there is none in time, or it is broken, the kept page. */
async function openPage(request, pathname) {
  const kept = await findKept(pathname)
  try {
    const answer = await (kept ? inTime(fetch(request)) : fetch(request))
    return kept && answer.status >= 500 ? kept : answer
  } catch (error) {
    const shown = kept ?? (await findKept(OFFLINE))
    if (shown) return shown
    throw error
  }
}

/** Files are named by what is in them, so a kept one is never old. */
async function openFile(request, pathname) {
  const cache = await openCache()
  return (await cache?.match(pathname)) ?? fetch(request)
}

function inTime(work) {
  const late = new Promise((_, reject) => setTimeout(() => reject(new Error('late')), PATIENCE_MS))
  return Promise.race([work, late])
}

/** A kept page; one whose evening is over goes instead. */
async function findKept(pathname) {
  const cache = await openCache()
  const page = await cache?.match(pathname)
  if (!page || !isOver(page)) return page
  await cache.delete(pathname)
  return undefined
}

/** Without making one: what was let go stays gone. */
async function openCache() {
  return (await caches.has(KEPT)) ? caches.open(KEPT) : undefined
}

function isOver(page) {
  const overAt = page.headers.get(OVER_HEADER)
  return overAt !== null && Date.parse(overAt) <= Date.now()
}

/** Drops what an older worker kept in another form, and pages whose evening is over. */
async function tidy() {
  for (const name of await caches.keys()) {
    if (name.startsWith('ticketboss-') && name !== KEPT) await caches.delete(name)
  }
  const cache = await openCache()
  for (const request of (await cache?.keys()) ?? []) {
    const page = await cache.match(request)
    if (page && isOver(page)) await cache.delete(request)
  }
}
