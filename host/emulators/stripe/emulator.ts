import { recordEvent } from './events'
import { Faults } from './faults'
import { Idempotency } from './idempotency'
import { expireDueSessions } from './resources/checkout-sessions'
import { Store } from './store'
import type { Turn } from './turn'
import { Webhooks } from './webhooks'

export type EmulatorOptions = {
  publicUrl: string
  merchant: string | null
  webhookUrl: string
  webhookSecret: string
  dataFile?: string
  /** Pause before the first retry of a webhook; it doubles from there. */
  retryBaseMs: number
  /** The clock, in milliseconds; tests move it. */
  nowMs: () => number
}

export type Emulator = {
  store: Store
  faults: Faults
  webhooks: Webhooks
  idempotency: Idempotency
  nowSeconds(): number
  startTurn(requestId?: string | null, idempotencyKey?: string | null): Turn
}

/** The emulator without its HTTP door. */
export function createEmulator(options: EmulatorOptions): Emulator {
  const store = new Store(options.dataFile)
  const faults = new Faults()
  const { webhookUrl: url, webhookSecret: secret, retryBaseMs } = options
  const webhooks = new Webhooks({ store, faults, url, secret, retryBaseMs })
  const nowSeconds = () => Math.floor(options.nowMs() / 1000)

  function startTurn(requestId: string | null = null, idempotencyKey: string | null = null): Turn {
    const origin = { now: nowSeconds(), requestId, idempotencyKey }
    const turn: Turn = {
      ...origin,
      store,
      tables: store.tables,
      publicUrl: options.publicUrl,
      merchant: options.merchant,
      emit: (type, object, extra) =>
        webhooks.dispatch(recordEvent(store.tables, origin, type, object, extra)),
    }
    if (expireDueSessions(turn)) store.touch()
    return turn
  }

  return { store, faults, webhooks, idempotency: new Idempotency(store), nowSeconds, startTurn }
}
