import { deleteEvent } from '@/lib/coordinator/delete-event'
import { serveOrganizer } from '@/lib/coordinator/doors/serve-door'
import { updateEvent } from '@/lib/coordinator/update-event'
import { findOwnEvent } from '@/lib/events/own/queries'
import { ok, refuse } from '@/lib/platform/result'
import { toOwnEventJson } from '../../../../_json/events'
import { deleteEventEndpoint, findOwnEventEndpoint, updateEventEndpoint } from './endpoint'

type Own = { organizerId: string; eventId: string }

export const GET = serveOrganizer(findOwnEventEndpoint, ['manager', 'finance', 'door'], ({ params, who }) =>
  answerEvent({ organizerId: who.organizerId, eventId: params.id }),
)

export const PATCH = serveOrganizer(updateEventEndpoint, 'manager', async ({ params, who, sent }) => {
  const own = { organizerId: who.organizerId, eventId: params.id }
  const updated = await updateEvent({ ...own, input: sent })
  return updated.ok ? answerEvent(own) : updated
})

export const DELETE = serveOrganizer(deleteEventEndpoint, 'manager', ({ params, who }) =>
  deleteEvent({ organizerId: who.organizerId, eventId: params.id }),
)

async function answerEvent(own: Own) {
  const event = await findOwnEvent(own)
  return event ? ok(toOwnEventJson(event)) : refuse('not_found')
}
