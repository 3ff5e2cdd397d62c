import { createHmac } from 'node:crypto'
import type { FaultRule, Faults } from './faults'
import { createLimiter } from './limiter'
import type { StripeEvent } from './objects'
import type { Delivery, Store } from './store'

const ANSWER_WITHIN_MS = 10_000
const GIVE_UP_AFTER_MS = 3 * 24 * 60 * 60 * 1000
const LONGEST_BACKOFF_MS = 60 * 60 * 1000
const HELD_AT_MOST_MS = 2000
const MOST_AT_ONCE = 20

export type WebhookOptions = {
  store: Store
  faults: Faults
  url: string
  secret: string
  retryBaseMs: number
}

/** The `Stripe-Signature` header: HMAC-SHA256 over `timestamp.payload`. */
export function signPayload(payload: string, secret: string, timestamp: number): string {
  const signature = createHmac('sha256', secret).update(`${timestamp}.${payload}`).digest('hex')
  return `t=${timestamp},v1=${signature}`
}

/**
 * Sends events to the one webhook endpoint: each as soon as it happens, without waiting for the one before (so
 * order is not guaranteed, as with Stripe), again with growing pauses for three days until a 2xx answers.
 */
export class Webhooks {
  enabled = true
  readonly #options: WebhookOptions
  readonly #timers = new Set<NodeJS.Timeout>()
  readonly #closing = new AbortController()
  readonly #limit = createLimiter(MOST_AT_ONCE)
  #held: (() => void)[] = []

  constructor(options: WebhookOptions) {
    this.#options = options
  }

  /** Sends a new event, unless webhooks are silenced or a fault says otherwise. */
  dispatch(event: StripeEvent): void {
    const { deliveries } = this.#options.store.tables
    if (!this.enabled) {
      this.#settle(event, 'silenced')
      return
    }
    deliveries.set(event.id, { state: 'pending', attempts: 0, lastStatus: null })
    const fault = this.#options.faults.takeForEvent(event.type)
    if (fault) this.#misdeliver(event, fault)
    else this.#later(0, () => this.#attempt(event).then(() => this.#releaseHeld()))
  }

  /** Sends an event again now, whatever became of it before. */
  resend(event: StripeEvent): void {
    this.#deliveryOf(event).state = 'pending'
    event.pending_webhooks = 1
    this.#later(0, () => this.#attempt(event))
  }

  /** Goes on with what a stopped process had not delivered yet. */
  resume(): void {
    const { events, deliveries } = this.#options.store.tables
    for (const [id, delivery] of deliveries) {
      const event = events.get(id)
      if (event && delivery.state === 'pending') this.#retry(event, delivery)
    }
  }

  close(): void {
    this.#closing.abort()
    for (const timer of this.#timers) clearTimeout(timer)
    this.#timers.clear()
  }

  #misdeliver(event: StripeEvent, fault: FaultRule): void {
    const attempt = () => this.#attempt(event)
    const effects: Record<FaultRule['effect'], () => void> = {
      delay: () => this.#later(fault.ms ?? 1000, attempt),
      drop: () => this.#settle(event, 'lost'),
      'fail-before': () => this.#failed(event, fault.status ?? null),
      'fail-after-effect': () => this.#later(0, () => this.#attempt(event, { ignoreAnswer: true })),
      timeout: () => this.#later(0, () => this.#attempt(event, { ignoreAnswer: true })),
      duplicate: () => this.#later(0, () => attempt().then(attempt)),
      reorder: () => this.#hold(attempt, fault.ms ?? HELD_AT_MOST_MS),
      forge: () => this.#later(0, () => this.#forge(event).then(attempt)),
    }
    effects[fault.effect]()
  }

  async #attempt(event: StripeEvent, { ignoreAnswer = false } = {}): Promise<void> {
    const payload = JSON.stringify(event, null, 2)
    const status = await this.#post(payload, this.#options.secret)
    if (this.#closing.signal.aborted) return
    const isDelivered = !ignoreAnswer && status !== null && status >= 200 && status < 300
    if (!isDelivered) return this.#failed(event, ignoreAnswer ? null : status)
    const delivery = this.#deliveryOf(event)
    delivery.attempts += 1
    delivery.lastStatus = status
    this.#settle(event, 'delivered')
  }

  async #post(payload: string, secret: string): Promise<number | null> {
    return this.#limit(() => this.#postNow(payload, secret))
  }

  async #postNow(payload: string, secret: string): Promise<number | null> {
    if (this.#closing.signal.aborted) return null
    try {
      const response = await fetch(this.#options.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
          // Signed when it leaves: one that waited must not look too old to the receiver.
          'stripe-signature': signPayload(payload, secret, Math.floor(Date.now() / 1000)),
        },
        body: payload,
        redirect: 'manual',
        signal: AbortSignal.any([this.#closing.signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]),
      })
      await response.body?.cancel()
      return response.status
    } catch {
      return null
    }
  }

  /** What an attacker could send: it looks right, says another amount, and is signed with a secret of its own. */
  async #forge(event: StripeEvent): Promise<void> {
    const forged = structuredClone(event)
    forged.id = `${event.id.slice(0, -6)}forged`
    for (const field of ['amount', 'amount_total', 'amount_received']) {
      if (typeof forged.data.object[field] === 'number') forged.data.object[field] = 1
    }
    const payload = JSON.stringify(forged, null, 2)
    await this.#post(payload, 'whsec_forged')
  }

  #failed(event: StripeEvent, status: number | null): void {
    const delivery = this.#deliveryOf(event)
    delivery.attempts += 1
    delivery.lastStatus = status
    this.#options.store.touch()
    const age = Date.now() - event.created * 1000
    if (age > GIVE_UP_AFTER_MS) this.#settle(event, 'given-up')
    else if (delivery.state === 'pending') this.#retry(event, delivery)
  }

  #retry(event: StripeEvent, delivery: Delivery): void {
    const pauseMs = this.#options.retryBaseMs * 2 ** Math.max(0, delivery.attempts - 1)
    this.#later(Math.min(pauseMs, LONGEST_BACKOFF_MS), async () => {
      if (delivery.state === 'pending') await this.#attempt(event)
    })
  }

  #settle(event: StripeEvent, state: Delivery['state']): void {
    this.#deliveryOf(event).state = state
    event.pending_webhooks = 0
    this.#options.store.touch()
  }

  #deliveryOf(event: StripeEvent): Delivery {
    const { deliveries } = this.#options.store.tables
    const known = deliveries.get(event.id)
    if (known) return known
    const fresh: Delivery = { state: 'pending', attempts: 0, lastStatus: null }
    deliveries.set(event.id, fresh)
    return fresh
  }

  #hold(attempt: () => Promise<void>, ms: number): void {
    const release = () => {
      this.#held = this.#held.filter((other) => other !== release)
      this.#later(0, attempt)
    }
    this.#held.push(release)
    this.#later(ms, async () => {
      if (this.#held.includes(release)) release()
    })
  }

  #releaseHeld(): void {
    for (const release of this.#held) release()
  }

  #later(ms: number, run: () => Promise<void> | void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      void run()
    }, ms)
    this.#timers.add(timer)
  }
}
