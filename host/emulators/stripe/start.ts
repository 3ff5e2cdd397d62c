import { createEmulator } from './emulator'
import { createDoor } from './http/server'

export type StripeEmulatorOptions = {
  /** 0 takes a free one. */
  port: number
  /** Address to listen on; the machine itself unless told. */
  hostname?: string
  /** Where browsers reach the hosted pages; `http://localhost:<port>` unless told. */
  publicUrl?: string
  /** The seller's name on the hosted pages; the host of the shop's address unless told. */
  merchant?: string
  webhookUrl: string
  webhookSecret: string
  /** Keeps the state across restarts; without it, it lives in memory only. */
  dataFile?: string
  /** Pause before a webhook is retried, doubling each time; 1000 ms unless told. */
  webhookRetryMs?: number
  /** The clock, in milliseconds; tests move it. */
  nowMs?: () => number
}

export type StripeEmulator = { url: string; port: number; close(): Promise<void> }

const SWEEP_MS = 1000

/**
 * Starts a stand-in for Stripe that the official SDK talks to unchanged
 * (`new Stripe('sk_test_…', { host, port, protocol: 'http' })`): Checkout with a hosted page, PaymentIntents with
 * manual capture, refunds, Connect with an onboarding page, transfers, disputes, idempotency keys, signed webhooks
 * with retries. `/` shows what it holds; the control doors are in `http/control.ts`, the faults in `faults.ts`.
 *
 * Keys start with `sk_test_`. Simpler than Stripe on purpose: money is available at once, one webhook endpoint gets
 * every event, a partial capture makes no refund object, sessions are paid by card, sums of zero are refused, and
 * requests on behalf of connected accounts are too. Rejects when the port is taken.
 */
export async function startStripeEmulator(options: StripeEmulatorOptions): Promise<StripeEmulator> {
  const { port: wantedPort, hostname = '127.0.0.1', webhookUrl, webhookSecret, dataFile } = options
  const settings = {
    publicUrl: '',
    merchant: options.merchant ?? null,
    webhookUrl,
    webhookSecret,
    dataFile,
    retryBaseMs: options.webhookRetryMs ?? 1000,
    nowMs: options.nowMs ?? Date.now,
  }
  const emulator = createEmulator(settings)
  const server = createDoor(emulator)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(wantedPort, hostname, resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : wantedPort
  settings.publicUrl = (options.publicUrl ?? `http://localhost:${port}`).replace(/\/+$/, '')
  emulator.webhooks.resume()
  const sweeper = setInterval(() => emulator.startTurn(), SWEEP_MS)

  async function close(): Promise<void> {
    clearInterval(sweeper)
    emulator.webhooks.close()
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    server.closeAllConnections()
    await closed
    emulator.store.flush()
  }

  return { url: settings.publicUrl, port, close }
}
