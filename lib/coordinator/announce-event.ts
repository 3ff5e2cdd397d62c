import { hasFollowers, takeFollowers } from '@/lib/events/follows/store'
import { lockNews, markTold } from '@/lib/events/news/store'
import { enqueue } from '@/lib/platform/jobs'
import { ok, type Result } from '@/lib/platform/result'
import { inTransaction, type Tx } from '@/lib/platform/transaction'

/** Dates are published one after another: those of some seconds are one mail. */
const GATHER_MS = 8_000
/** And nobody hears of one event more often than that, however its dates trickle in. */
const QUIET_MS = 60 * 60_000
const FOLLOWERS_AT_ONCE = 100

/** To call where a performance is published, in its transaction: who follows its organizer or its artists shall hear of it. */
export async function noteNews(tx: Tx, eventId: string): Promise<void> {
  if (!(await hasFollowers(tx, eventId))) return
  await enqueue(tx, 'announce-event', { eventId }, { startAfter: new Date(Date.now() + GATHER_MS) })
}

/**
 * Asks for a mail to every follower about the performances of an event that they have not heard of. They count as told
 * in the same transaction, so that a repeat tells nobody twice; within an hour of the last news it waits.
 */
export async function announceEvent({ eventId }: { eventId: string }): Promise<Result<null>> {
  return inTransaction(async (tx) => {
    const now = new Date()
    const news = await lockNews(tx, eventId, now)
    if (!news || news.performanceIds.length === 0) return ok(null)
    const quietUntil = new Date((news.lastToldAt?.getTime() ?? 0) + QUIET_MS)
    if (quietUntil > now) {
      await enqueue(tx, 'announce-event', { eventId }, { startAfter: quietUntil })
      return ok(null)
    }
    await markTold(tx, news.performanceIds, now)
    const { performanceIds } = news
    await enqueue(tx, 'tell-followers', { eventId, performanceIds, after: null })
    return ok(null)
  })
}

export type Telling = { eventId: string; performanceIds: string[]; after: string | null }

/** Asks for the mails of some followers, one each whomever of it they follow, and for the next ones to be told after them. */
export async function tellFollowers(telling: Telling): Promise<Result<null>> {
  const { eventId, performanceIds, after } = telling
  return inTransaction(async (tx) => {
    const userIds = await takeFollowers(tx, { eventId, after, limit: FOLLOWERS_AT_ONCE })
    for (const userId of userIds) await enqueue(tx, 'send-news-mail', { userId, eventId, performanceIds })
    const last = userIds.at(-1)
    if (last && userIds.length === FOLLOWERS_AT_ONCE)
      await enqueue(tx, 'tell-followers', { ...telling, after: last })
    return ok(null)
  })
}
