import { setTimeout as sleep } from 'node:timers/promises'
import { fetchLetter } from '@/lib/delivery/post/lob'
import { log } from '@/lib/platform/log'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { findOrderById } from '@/lib/reservations/orders/queries'
import { findPosting, findStalePostings } from '@/lib/reservations/postings/queries'
import { decideOverdue, isOver } from '@/lib/reservations/postings/rules'
import { markPostingAsked, markPostingLate } from '@/lib/reservations/postings/store'
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

/**
 * Asks about the letters that nobody has asked about for a while, and does what is due of them: one that is late is an
 * error in the log, once, so that somebody looks after it. Returns how many.
 */
export async function reconcilePostings(now = new Date()): Promise<number> {
  const stale = await findStalePostings(BATCH, now)
  for (const orderId of stale) {
    await markPostingAsked(orderId)
    if ((await findPosting(orderId))?.status === 'due') await postTickets(orderId)
    else await syncPosting(orderId)
    await checkOverdue(orderId, now)
  }
  return stale.length
}

/** Whatever the printer says or does not say: time decides what is late, and what will not come any more. */
async function checkOverdue(orderId: string, now: Date): Promise<void> {
  const [posting, order] = await Promise.all([findPosting(orderId), findOrderById(orderId)])
  const startsAt = order?.lines[0]?.startsAt
  const overdue = posting && startsAt ? decideOverdue(posting, startsAt, now) : null
  if (overdue === 'failed') {
    await settlePosting(orderId, { status: 'failed', failure: 'The letter was not posted in time' })
  }
  if (overdue === 'late' && (await markPostingLate(orderId))) {
    const { status, letterId, expectedOn, createdAt } = posting as PostingView
    log('error', 'post.late', { orderId, status, letterId, expectedOn, createdAt })
  }
}
