import { createEmulator, type Emulator } from '@/host/emulators/stripe/emulator'
import type { FaultRule } from '@/host/emulators/stripe/faults'
import { createDoor } from '@/host/emulators/stripe/http/server'
import { cardFields } from '@/host/emulators/stripe/testing'
import { signPayload } from '@/host/emulators/stripe/webhooks'
import { env } from '@/lib/platform/env'
import { hurryRetries } from '../../fixtures/quick-retries'

const SECRET = 'whsec_books'

/** A request to Stripe that gets no answer, however often it is sent, until `mend`. */
export type Outage = {
  at: 'open' | 'read' | 'capture' | 'close' | 'release' | 'refund'
  /** `before` Stripe did it, or `after`. */
  when: 'before' | 'after'
}

const PLACES: Record<Outage['at'], { method: 'GET' | 'POST'; path: string }> = {
  open: { method: 'POST', path: '/checkout/sessions$' },
  read: { method: 'GET', path: '/checkout/sessions/' },
  capture: { method: 'POST', path: '/capture$' },
  close: { method: 'POST', path: '/expire$' },
  release: { method: 'POST', path: '/cancel$' },
  refund: { method: 'POST', path: '/refunds$' },
}

/** Stripe as the model sees it: the app talks to it over HTTP, and a test may look into its books. */
export type StripeBooks = Emulator & {
  /** Enters a card on a hosted page; `then` answers its 3-D Secure page. Returns the status, 303 where accepted. */
  pay(sessionId: string, card: string, then?: 'complete' | 'fail'): Promise<number>
  /** A request as the dashboard or the bank would make it. */
  ask(path: string): Promise<void>
  /** The webhook of an event, as Stripe would send it now. */
  webhookOf(eventId: string): { payload: string; signature: string }
  breakDown(outage: Outage): void
  /** Every request to the API goes wrong this way; people still reach the hosted pages. */
  breakAll(way: Pick<FaultRule, 'effect' | 'status'>): void
  mend(): void
  /** Refuses every connection until `comeBack`. */
  goAway(): Promise<void>
  comeBack(): Promise<void>
  close(): Promise<void>
}

/** Starts the stand-in for Stripe in this process and points the app at it. Call it before the app talks to Stripe. */
export async function openStripeBooks(): Promise<StripeBooks> {
  const emulator = createEmulator({
    ...{ publicUrl: '', merchant: null, webhookUrl: '', webhookSecret: SECRET },
    ...{ retryBaseMs: 1000, nowMs: Date.now },
  })
  emulator.webhooks.enabled = false
  const server = createDoor(emulator)
  const listen = (at: number) => new Promise<void>((resolve) => server.listen(at, '127.0.0.1', resolve))
  await listen(0)
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const base = `http://127.0.0.1:${port}`
  const apiKey = 'sk_test_books'
  Object.assign(env, {
    STRIPE_API_BASE: base,
    STRIPE_SECRET_KEY: apiKey,
    STRIPE_WEBHOOK_SECRET: SECRET,
  })
  hurryRetries()
  const submit = async (path: string, fields: Record<string, string>) => {
    const body = new URLSearchParams(fields)
    const response = await fetch(base + path, { method: 'POST', body, redirect: 'manual' })
    await response.body?.cancel()
    return response.status
  }

  const close = async () => {
    server.closeAllConnections()
    await new Promise<void>((resolve) => server.close(() => resolve()))
  }

  return Object.assign(emulator, {
    pay: async (sessionId: string, card: string, then?: 'complete' | 'fail') => {
      const status = await submit(`/c/pay/${sessionId}`, cardFields(card))
      return then && status === 303 ? submit(`/c/pay/${sessionId}/challenge`, { outcome: then }) : status
    },
    ask: async (path: string) => {
      const headers = { authorization: `Bearer ${apiKey}` }
      const response = await fetch(base + path, { method: 'POST', headers })
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    },
    webhookOf: (eventId: string) => {
      const payload = JSON.stringify(emulator.store.tables.events.get(eventId))
      return { payload, signature: signPayload(payload, SECRET, Math.floor(Date.now() / 1000)) }
    },
    breakDown: ({ at, when }: Outage) => {
      const effect = when === 'before' ? 'fail-before' : 'fail-after-effect'
      // 429, because the SDK sends anything else again by itself, after a pause that hundreds of runs cannot afford.
      emulator.faults.add([{ match: PLACES[at], effect, status: 429, times: 1_000 }])
    },
    mend: () => emulator.faults.clear(),
    breakAll: (way: Pick<FaultRule, 'effect' | 'status'>) =>
      emulator.faults.add([{ ...way, match: { path: '^/v1/' }, ms: 60_000, times: 1_000 }]),
    goAway: close,
    comeBack: () => listen(port),
    close,
  })
}
