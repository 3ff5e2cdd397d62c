import { createEvent } from '@/lib/coordinator/create-event'
import { serveOrganizer } from '@/lib/coordinator/doors/serve-door'
import { listOwnEvents } from '@/lib/events/own/queries'
import { ok } from '@/lib/platform/result'
import { toOwnEventJson } from '../../../_json/events'
import { createEventEndpoint, listOwnEventsEndpoint } from './endpoint'

export const GET = serveOrganizer(
  listOwnEventsEndpoint,
  ['manager', 'finance', 'door'],
  async ({ who, query }) => {
    const { items, nextCursor } = await listOwnEvents(who.organizerId, query)
    return ok({ items: items.map(toOwnEventJson), nextCursor })
  },
)

export const POST = serveOrganizer(createEventEndpoint, 'manager', ({ who, sent }) =>
  createEvent({ organizerId: who.organizerId, input: sent }),
)
