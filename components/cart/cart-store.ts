import type { CartView } from '@/lib/reservations/types'

/** As much of a cart as the header shows: how many seats, and until when. Milliseconds. */
export type CartGlance = {
  /** The server's clock when this was true; of two, the newer counts. */
  atMs: number
  holds: { endsAtMs: number; seatCount: number }[]
}

const CHANNEL = 'cart'
/** Where a browser keeps its last glance, for the page it shows without a signal. */
const KEPT = 'cart'

let glance: CartGlance | null = null
/** Server's clock minus this browser's. */
let offsetMs = 0
let endTimer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()
const strangers = new Set<() => void>()

/** What the header needs of a cart. */
export function glanceAt(cart: CartView, now: Date): CartGlance {
  const holds = cart.holds.map((hold) => ({
    endsAtMs: hold.expiresAt.getTime(),
    seatCount: hold.seats.length,
  }))
  return { atMs: now.getTime(), holds }
}

/** Seats in the cart at a moment of the server's clock; holds that have ended do not count. */
export function countSeats({ holds }: CartGlance, nowMs: number): number {
  return holds.reduce((sum, { endsAtMs, seatCount }) => (endsAtMs > nowMs ? sum + seatCount : sum), 0)
}

/** Takes the newest cart and tells whoever watches, this browser's other tabs too. An older one is let go. */
export function noteCart(next: CartGlance): void {
  if ((glance && next.atMs <= glance.atMs) || isKeptNewer(next)) return
  const isNews = isDifferent(next)
  take(next)
  if (isNews) openChannel()?.postMessage(next)
}

/** Seats in the cart now; null before anybody has said. */
export function readCount(): number | null {
  return glance && countSeats(glance, Date.now() + offsetMs)
}

/** Calls back with every change, of time too; returns how to stop. */
export function watchCart(listener: () => void): () => void {
  openChannel()
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Calls back when another tab changed the cart; returns how to stop. */
export function watchOtherTabs(listener: () => void): () => void {
  openChannel()
  strangers.add(listener)
  return () => strangers.delete(listener)
}

function take(next: CartGlance): void {
  glance = next
  offsetMs = next.atMs - Date.now()
  keep(next)
  tell()
}

/** True on a page out of this browser's own store: what it says of the cart is older than what was heard since. */
function isKeptNewer(next: CartGlance): boolean {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT) ?? 'null') as CartGlance | null
    return kept !== null && kept.atMs > next.atMs
  } catch {
    return false
  }
}

function keep(next: CartGlance): void {
  try {
    localStorage.setItem(KEPT, JSON.stringify({ ...next, offsetMs }))
  } catch {
    // A private window, or none at all: then there is nothing to read later.
  }
}

/** Seats held, the end that comes first, and the server's clock now; both ISO 8601. */
export type KeptCart = { seatCount: number; endsAt: string; serverNow: string }

/** What this browser heard last of its cart, from whatever page; null where nothing is held any more. */
export function readKeptCart(): KeptCart | null {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT) ?? 'null') as
      | (CartGlance & { offsetMs: number })
      | null
    const nowMs = Date.now() + (kept?.offsetMs ?? 0)
    const live = (kept?.holds ?? []).filter(({ endsAtMs }) => endsAtMs > nowMs)
    if (live.length === 0) return null
    const endsAt = new Date(Math.min(...live.map(({ endsAtMs }) => endsAtMs))).toISOString()
    const seatCount = live.reduce((sum, hold) => sum + hold.seatCount, 0)
    return { seatCount, endsAt, serverNow: new Date(nowMs).toISOString() }
  } catch {
    return null
  }
}

function tell(): void {
  planEnd()
  for (const listener of listeners) listener()
}

function isDifferent(next: CartGlance): boolean {
  return !glance || JSON.stringify(glance.holds) !== JSON.stringify(next.holds)
}

/** Wakes up when the next hold ends. */
function planEnd(): void {
  clearTimeout(endTimer)
  const nowMs = Date.now() + offsetMs
  const ends = glance?.holds.map(({ endsAtMs }) => endsAtMs).filter((endsAtMs) => endsAtMs > nowMs) ?? []
  if (ends.length > 0) endTimer = setTimeout(tell, Math.min(...ends) - nowMs + 20)
}

let channel: BroadcastChannel | null | undefined

function openChannel(): BroadcastChannel | null {
  if (channel !== undefined) return channel
  channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel(CHANNEL) : null
  channel?.addEventListener('message', ({ data }: MessageEvent<CartGlance>) => {
    if (glance && data.atMs <= glance.atMs) return
    const isNews = isDifferent(data)
    take(data)
    if (isNews) for (const stranger of strangers) stranger()
  })
  return channel
}
