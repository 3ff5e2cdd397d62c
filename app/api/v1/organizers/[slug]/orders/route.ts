import { serveOrganizer } from '@/lib/coordinator/doors/serve-door'
import { ok } from '@/lib/platform/result'
import { toOffsetIso } from '@/lib/platform/time'
import { listOrganizerOrders } from '@/lib/reservations/organizers/queries'
import type { OrganizerOrder } from '@/lib/reservations/organizers/types'
import { listSoldOrdersEndpoint } from './endpoint'

export const GET = serveOrganizer(listSoldOrdersEndpoint, ['manager', 'finance'], async ({ query, who }) => {
  const { items, nextCursor } = await listOrganizerOrders(who.organizerId, query)
  return ok({ items: items.map(toSoldOrderJson), nextCursor })
})

function toSoldOrderJson({ createdAt, lines, ...order }: OrganizerOrder) {
  return {
    ...order,
    createdAt: toOffsetIso(createdAt),
    lines: lines.map(({ timezone, startsAt, ...line }) => ({
      ...{ ...line, startsAt: toOffsetIso(startsAt, timezone) },
    })),
  }
}
