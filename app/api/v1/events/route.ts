import { servePublic } from '@/lib/coordinator/doors/serve-door'
import { englishDayWords } from '@/lib/events/day-words/next-intl'
import { isDay } from '@/lib/events/days/rules'
import { findEvents } from '@/lib/events/finding/queries'
import type { EventFilter } from '@/lib/events/types'
import { ok } from '@/lib/platform/result'
import { toEventCardJson } from '../_json/events'
import { listEventsEndpoint } from './endpoint'

export const GET = servePublic(listEventsEndpoint, async ({ query: { from, to, ...filter } }) => {
  const languages = [englishDayWords()]
  const page = await findEvents({ ...filter, ...readSpan(from, to), languages })
  return ok({ items: page.items.map(toEventCardJson), nextCursor: page.nextCursor })
})

/** A day is the venue's, and included in `to`; a moment is one, and not. */
function readSpan(from?: string, to?: string): Pick<EventFilter, 'day' | 'from' | 'to'> {
  const [fromDay, toDay] = [from, to].map((text) => (text && isDay(text) ? text : undefined))
  return {
    ...(fromDay || toDay ? { day: { kind: 'dates', from: fromDay, to: toDay } } : {}),
    ...(from && !fromDay ? { from: new Date(from) } : {}),
    ...(to && !toDay ? { to: new Date(to) } : {}),
  }
}
