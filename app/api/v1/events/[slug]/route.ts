import { servePublic } from '@/lib/coordinator/doors/serve-door'
import { findEventBySlug } from '@/lib/events/queries'
import { ok, refuse } from '@/lib/platform/result'
import { toEventJson } from '../../_json/events'
import { findEventEndpoint } from './endpoint'

export const GET = servePublic(findEventEndpoint, async ({ params }) => {
  const event = await findEventBySlug(params.slug)
  return event ? ok(toEventJson(event)) : refuse('not_found')
})
