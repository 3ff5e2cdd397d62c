import { createHash } from 'node:crypto'
import { type Contact, findContact } from '@/lib/accounts/users/queries'
import { composeNewsMail } from '@/lib/delivery/email/compose-news-mail'
import { sendEmail } from '@/lib/delivery/email/resend'
import type { NewsMail } from '@/lib/delivery/news/types'
import { listReasons } from '@/lib/events/follows/queries'
import { findSummaries } from '@/lib/events/performances/queries'
import { findEventHead } from '@/lib/events/queries'
import { writeIn } from '@/lib/i18n/reader-locale'
import { env } from '@/lib/platform/env'
import { log } from '@/lib/platform/log'
import { ok, type Result, refuse } from '@/lib/platform/result'

export type NewsFor = { userId: string; eventId: string; performanceIds: string[] }

/**
 * Sends one follower the news of an event, if they still follow, their address is verified, and something of it is
 * still to come. At least once, and once as a rule: the provider's idempotency key answers a repeat. `unavailable`:
 * try again.
 */
export async function sendNewsMail(news: NewsFor): Promise<Result<null, 'unavailable'>> {
  const user = await findContact(news.userId)
  const mail = user?.isEmailVerified ? await gather(news, user) : null
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
async function gather({ userId, eventId, performanceIds }: NewsFor, { name, locale }: Contact) {
  const [reasons, event] = await Promise.all([listReasons(userId, eventId), findEventHead(eventId)])
  if (reasons.length === 0 || !event) return null
  const upcoming = (await findSummaries({ ids: performanceIds })).filter(({ status }) => TELLING.has(status))
  if (upcoming.length === 0) return null
  const page = `${env.APP_URL}/unfollow`
  const mail: NewsMail = {
    name,
    event: {
      ...{ title: event.title, subtitle: event.subtitle, url: `${env.APP_URL}/events/${event.slug}` },
      pictureUrl: `${env.APP_URL}/events/${event.slug}/share-card?lang=${locale}`,
    },
    performances: upcoming.map(({ startsAt, onSaleAt, status, venue, priceFrom }) => ({
      ...{ startsAt: startsAt.toISOString(), venue, priceFrom },
      onSaleAt: status === 'scheduled' && onSaleAt ? onSaleAt.toISOString() : null,
    })),
    reasons: reasons.map(({ token, kind, slug, name }) => ({
      ...{ name, unfollowUrl: `${page}?token=${token}&kind=${kind}&slug=${slug}` },
    })),
    oneClickUrl: `${page}/one-click?${reasons.map(({ token }) => `token=${token}`).join('&')}`,
  }
  return mail
}

const TELLING = new Set(['scheduled', 'on_sale', 'sold_out'])
