import { setTimeout as sleep } from 'node:timers/promises'
import { fetchLetter } from '@/lib/delivery/post/lob'
import { log } from '@/lib/platform/log'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { findPosting, findStalePostings } from '@/lib/reservations/postings/queries'
import { isOver } from '@/lib/reservations/postings/rules'
import { markPostingAsked } from '@/lib/reservations/postings/store'
import type { PostingView } from '@/lib/reservations/postings/types'
import { postTickets } from './post-tickets'
import { settlePosting } from './settle-posting'

const BATCH = 20
/** Someone who looks again gets news no older than this. */
const FRESH_MS = 30_000
const PATIENCE_MS = 2_000

/** Asks the printer where the letter of an order is, and keeps it. `unavailable`: it could not be asked. */
export async function syncPosting(orderId: string): Promise<Result<null, 'unavailable'>> {
  const posting = await findPosting(orderId)
  if (!posting?.letterId || isOver(posting.status)) return ok(null)
  const letter = await fetchLetter(posting.letterId)
  await markPostingAsked(orderId)
  if (letter.ok) return settlePosting(orderId, letter.value)
  log('warn', 'post.not_fetched', { orderId, detail: letter.detail })
  return refuse('unavailable', { detail: letter.detail })
}

/** The letter of an order as it is now, or as it was last known where the printer is slow; null where there is none. */
export async function refreshPosting(orderId: string): Promise<PostingView | null> {
  const known = await findPosting(orderId)
  if (!known?.letterId || isOver(known.status) || Date.now() - known.askedAt.getTime() < FRESH_MS)
    return known
  const giveUp = new AbortController()
  const late = sleep(PATIENCE_MS, null, { signal: giveUp.signal }).catch(() => null)
  await Promise.race([syncPosting(orderId), late])
  giveUp.abort()
  return findPosting(orderId)
}

/** Asks about the letters that nobody has asked about for a while, and does what is due of them. Returns how many. */
export async function reconcilePostings(now = new Date()): Promise<number> {
  const stale = await findStalePostings(BATCH, now)
  for (const orderId of stale) {
    await markPostingAsked(orderId)
    if ((await findPosting(orderId))?.status === 'due') await postTickets(orderId)
    else await syncPosting(orderId)
  }
  return stale.length
}
