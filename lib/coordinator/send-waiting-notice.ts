import { composeWaitingMail } from '@/lib/delivery/email/compose-waiting-mail'
import { sendEmail } from '@/lib/delivery/email/resend'
import { composeWaitingSms } from '@/lib/delivery/sms/compose-waiting-sms'
import { sendSms } from '@/lib/delivery/sms/twilio'
import type { WaitingMail } from '@/lib/delivery/waiting/types'
import { posterColours } from '@/lib/events/posters/colours'
import { writeIn } from '@/lib/i18n/reader-locale'
import { env } from '@/lib/platform/env'
import { CALL_MINUTES } from '@/lib/platform/hold-limits'
import type { JobData } from '@/lib/platform/jobs'
import { log } from '@/lib/platform/log'
import { countAgainst } from '@/lib/platform/rate-limit'
import { ok, type Result, refuse } from '@/lib/platform/result'
import type { WaitingStatus, WaitingView } from '@/lib/reservations/waiting-list/types'
import { describeSeats } from './describe-seats'
import { viewWaitingEntryById } from './view-waiting'

type Notice = JobData['send-waiting-notice']

/** How an entry has to stand for a notice about it to be true: one that was overtaken is not sent. */
const WHILE: Record<Notice['kind'], WaitingStatus> = { joined: 'waiting', called: 'called', missed: 'missed' }
const DAY = 86_400

/**
 * Tells somebody on a waiting list how they stand, by mail, and by SMS too where their seats are held and they left a
 * phone. The mail goes at least once, and once as a rule: the provider's idempotency key answers a repeat; the SMS at
 * most once. `unavailable`: try again, the mail has not gone.
 */
export async function sendWaitingNotice({
  entryId,
  kind,
  again,
}: Notice): Promise<Result<null, 'unavailable'>> {
  const entry = await viewWaitingEntryById(entryId)
  if (entry?.status !== WHILE[kind] || (kind === 'called' && !isHeld(entry))) return ok(null)
  // Before the mail, so that it waits for nothing: minutes count.
  if (kind === 'called' && entry.phone) await sendCall(entry, entry.phone)
  const mail = await writeIn(entry.locale, async () => composeWaitingMail(await gather(entry, kind)))
  const idempotencyKey = ['waiting', entryId, kind, again].filter(Boolean).join('-')
  const sent = await sendEmail({ ...mail, to: entry.email, idempotencyKey })
  if (sent.ok) return ok(null)
  if (sent.code === 'unavailable') return refuse('unavailable', { detail: sent.detail })
  log('error', 'mail.failed', { entryId, kind, detail: sent.detail })
  return ok(null)
}

function isHeld({ until, seats }: WaitingView): boolean {
  return until !== null && until > new Date() && seats.length > 0
}

/** The provider would send a repeated SMS again, so we count; an SMS that fails is not tried again: there is the mail. */
async function sendCall(entry: WaitingView, phone: string): Promise<void> {
  const { id: entryId, locale, event, venue, seats, until } = entry
  const first = await countAgainst([
    { name: 'waiting-sms', parts: [entryId, String(until)], limit: 1, windowSeconds: DAY },
  ])
  if (!first.ok || !until) return
  const facts = {
    title: event.title,
    count: seats.length,
    until: until.toISOString(),
    venue,
    url: urlOf(entry),
  }
  const sent = await sendSms({ to: phone, text: writeIn(locale, () => composeWaitingSms(facts)) })
  if (!sent.ok) log('warn', 'sms.failed', { entryId, code: sent.code, detail: sent.detail })
}

async function gather(entry: WaitingView, kind: Notice['kind']): Promise<WaitingMail> {
  const { performanceId, event, organizer, venue, startsAt, until, seatCount, takesFewer, name } = entry
  const held = entry.seats.map((seat) => ({ performanceId, seat }))
  const words = await describeSeats(held)
  const minutesLeft = until ? Math.max(1, Math.round((until.getTime() - Date.now()) / 60_000)) : CALL_MINUTES
  return {
    ...{ kind, name, seatCount, takesFewer, venue, category: entry.categoryName, ahead: entry.ahead ?? 0 },
    event: { title: event.title, organizer: organizer.name },
    poster: posterColours(event.slug),
    startsAt: startsAt.toISOString(),
    seats: held.map((one) => ({ words: words.get(one) ?? one.seat.label, price: one.seat.price })),
    until: until?.toISOString() ?? null,
    minutes: minutesLeft,
    url:
      kind === 'missed'
        ? `${env.APP_URL}/performances/${performanceId}/waiting-list?category=${entry.category}`
        : urlOf(entry),
  }
}

function urlOf({ key }: WaitingView): string {
  return `${env.APP_URL}/waiting-list/${key}`
}
