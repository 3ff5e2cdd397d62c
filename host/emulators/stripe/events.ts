import { newId } from './ids'
import type { StripeEvent } from './objects'
import type { Tables } from './store'
import type { EmitOptions } from './turn'

/** The API version whose shapes this stand-in speaks; the one that the `stripe` SDK 23.1 pins. */
export const API_VERSION = '2026-10-28.endive'

const MAX_KEPT = 2000

export type EventOrigin = { now: number; requestId: string | null; idempotencyKey: string | null }

/** Stores an event with a snapshot of its object as it is at this moment. The oldest of very many are forgotten. */
export function recordEvent(
  tables: Tables,
  origin: EventOrigin,
  type: string,
  object: object,
  { account, previous }: EmitOptions = {},
): StripeEvent {
  const event: StripeEvent = {
    id: newId('evt'),
    object: 'event',
    ...(account ? { account } : {}),
    api_version: API_VERSION,
    created: origin.now,
    data: {
      object: structuredClone(object) as Record<string, unknown>,
      ...(previous ? { previous_attributes: structuredClone(previous) } : {}),
    },
    livemode: false,
    pending_webhooks: 1,
    request: { id: origin.requestId, idempotency_key: origin.idempotencyKey },
    type,
  }
  tables.events.set(event.id, event)
  for (const id of tables.events.keys()) {
    if (tables.events.size <= MAX_KEPT) break
    tables.events.delete(id)
    tables.deliveries.delete(id)
  }
  return event
}
