import { z } from 'zod'
import { noSuch } from '../http/errors'
import { listPage } from '../http/list'
import { flag, listShape, text } from '../http/params'
import { type Route, route } from '../http/router'

const listParams = z.strictObject({
  ...listShape,
  type: text.optional(),
  types: z.array(text).max(20).optional(),
  delivery_success: flag.optional(),
})

export const eventRoutes: Route[] = [
  route('GET', '/v1/events/:event', z.strictObject({}), ({ tables, path }) => {
    const event = tables.events.get(path[0]!)
    if (!event) throw noSuch('event', path[0]!)
    return event
  }),
  route('GET', '/v1/events', listParams, ({ tables, params }) => {
    const { type, types, delivery_success } = params
    const rows = [...tables.events.values()].filter(
      (event) =>
        (!type || isOfType(event.type, type)) &&
        (!types || types.some((wanted) => isOfType(event.type, wanted))) &&
        (delivery_success === undefined ||
          (tables.deliveries.get(event.id)?.state === 'delivered') === delivery_success),
    )
    return listPage(rows, params, '/v1/events')
  }),
]

/** `charge.*` names a family of types. */
function isOfType(type: string, wanted: string): boolean {
  return wanted.endsWith('*') ? type.startsWith(wanted.slice(0, -1)) : type === wanted
}
