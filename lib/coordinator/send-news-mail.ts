import { createHash } from 'node:crypto'
import { findContact } from '@/lib/accounts/users/queries'
import { composeNewsMail } from '@/lib/delivery/email/compose-news-mail'
import { sendEmail } from '@/lib/delivery/email/resend'
import type { NewsMail } from '@/lib/delivery/news/types'
import { findFollow } from '@/lib/events/follows/queries'
import { findSummaries } from '@/lib/events/performances/queries'
import { findEventHead } from '@/lib/events/queries'
import { writeIn } from '@/lib/i18n/reader-locale'
import { env } from '@/lib/platform/env'
import { log } from '@/lib/platform/log'
import { ok, type Result, refuse } from '@/lib/platform/result'

export type NewsFor = { userId: string; organizerId: string; eventId: string; performanceIds: string[] }

/**
 * Sends one follower the news of an event, if they still follow, their address is verified, and something of it is
 * still to come. At least once, and once as a rule: the provider's idempotency key answers a repeat. `unavailable`:
 * try again.
 */
export async function sendNewsMail(news: NewsFor): Promise<Result<null, 'unavailable'>> {
  const user = await findContact(news.userId)
  const mail = user?.isEmailVerified ? await gather(news, user.name) : null
  if (!user || !mail) return ok(null)
  const digest = createHash('sha256').update(news.performanceIds.join()).digest('hex').slice(0, 24)
  const idempotencyKey = `news-${news.userId}-${digest}`
  const sent = await sendEmail({
    ...(await writeIn(user.locale, () => composeNewsMail(mail))),
    to: user.email,
    idempotencyKey,
  })
  if (sent.ok) return ok(null)
  if (sent.code === 'unavailable') return refuse('unavailable', { detail: sent.detail })
  log('error', 'news.failed', { userId: news.userId, eventId: news.eventId, detail: sent.detail })
  return ok(null)
}

/** Null where there is nothing to tell any more, or nobody who wants to know. */
async function gather({ userId, organizerId, eventId, performanceIds }: NewsFor, name: string) {
  const [follow, event] = await Promise.all([findFollow(userId, organizerId), findEventHead(eventId)])
  if (!follow || !event) return null
  const upcoming = (await findSummaries({ ids: performanceIds })).filter(({ status }) => TELLING.has(status))
  if (upcoming.length === 0) return null
  const page = `${env.APP_URL}/organizers/${event.organizer.slug}/unfollow`
  const mail: NewsMail = {
    ...{ name, organizer: event.organizer.name },
    event: {
      ...{ title: event.title, subtitle: event.subtitle, url: `${env.APP_URL}/events/${event.slug}` },
      pictureUrl: `${env.APP_URL}/events/${event.slug}/share-card`,
    },
    performances: upcoming.map(({ startsAt, onSaleAt, status, venue, priceFrom }) => ({
      ...{ startsAt: startsAt.toISOString(), venue, priceFrom },
      onSaleAt: status === 'scheduled' && onSaleAt ? onSaleAt.toISOString() : null,
    })),
    unfollowUrl: `${page}?token=${follow.token}`,
    oneClickUrl: `${page}/one-click?token=${follow.token}`,
  }
  return mail
}

const TELLING = new Set(['scheduled', 'on_sale', 'sold_out'])
