import { servePublic } from '@/lib/coordinator/doors/serve-door'
import { listEvents } from '@/lib/events/queries'
import { ok } from '@/lib/platform/result'
import { toEventCardJson } from '../_json/events'
import { listEventsEndpoint } from './endpoint'

const DAY_MS = 86_400_000

export const GET = servePublic(listEventsEndpoint, async ({ query: { from, to, ...filter } }) => {
  const page = await listEvents({
    ...filter,
    ...(from ? { from: new Date(from) } : {}),
    ...(to ? { to: endOf(to) } : {}),
  })
  return ok({ items: page.items.map(toEventCardJson), nextCursor: page.nextCursor })
})

/** A moment is not included any more; a day is, to its end in UTC. */
function endOf(to: string): Date {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(to)
  return new Date(Date.parse(to) + (isDay ? DAY_MS : 0))
}
