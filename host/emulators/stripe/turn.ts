import type { Store, Tables } from './store'

export type EmitOptions = { account?: string; previous?: Record<string, unknown> }

/**
 * One request's (or timer's) turn at the state. Handlers run to their end without awaiting, so a turn is atomic:
 * nobody sees half of one.
 */
export type Turn = {
  store: Store
  tables: Tables
  /** Unix seconds. */
  now: number
  publicUrl: string
  /** Whom buyers pay, as the hosted pages call it; the shop's host when null. */
  merchant: string | null
  requestId: string | null
  idempotencyKey: string | null
  /** Records an event with a copy of the object as it is now, and sends it to the webhook endpoint. */
  emit(type: string, object: object, options?: EmitOptions): void
}
