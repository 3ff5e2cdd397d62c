import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { CardBehaviour } from './cards'
import type * as objects from './objects'

/** What a Checkout Session will make of its payment; Stripe keeps this to itself. */
export type SessionPlan = {
  capture_method: objects.PaymentIntent['capture_method']
  metadata: objects.Metadata
  description: string | null
  receipt_email: string | null
  setup_future_usage: objects.PaymentIntent['setup_future_usage']
  statement_descriptor_suffix: string | null
  transfer_group: string | null
  transfer_data: objects.PaymentIntent['transfer_data']
  application_fee_amount: number | null
}

export type AccountLink = {
  token: string
  account: string
  expiresAt: number
  used: boolean
  returnUrl: string
  refreshUrl: string
}

export type SavedAnswer = {
  request: string
  fingerprint: string
  requestId: string
  status: number
  body: string
  savedAt: number
}

/** `lost`: a fault swallowed it; `silenced`: webhooks were off. Neither is retried, only resent on demand. */
export type Delivery = {
  state: 'pending' | 'delivered' | 'given-up' | 'lost' | 'silenced'
  attempts: number
  lastStatus: number | null
}

export type Tables = {
  sessions: Map<string, objects.CheckoutSession>
  sessionPlans: Map<string, SessionPlan>
  lineItems: Map<string, objects.LineItem[]>
  products: Map<string, objects.Product>
  intents: Map<string, objects.PaymentIntent>
  charges: Map<string, objects.Charge>
  methods: Map<string, objects.PaymentMethod>
  behaviours: Map<string, CardBehaviour>
  customers: Map<string, objects.Customer>
  refunds: Map<string, objects.Refund>
  transfers: Map<string, objects.Transfer>
  reversals: Map<string, objects.TransferReversal>
  accounts: Map<string, objects.Account>
  accountLinks: Map<string, AccountLink>
  disputes: Map<string, objects.Dispute>
  balance: Map<string, objects.BalanceTransaction>
  events: Map<string, objects.StripeEvent>
  deliveries: Map<string, Delivery>
  answers: Map<string, SavedAnswer>
}

function emptyTables(): Tables {
  return {
    sessions: new Map(),
    sessionPlans: new Map(),
    lineItems: new Map(),
    products: new Map(),
    intents: new Map(),
    charges: new Map(),
    methods: new Map(),
    behaviours: new Map(),
    customers: new Map(),
    refunds: new Map(),
    transfers: new Map(),
    reversals: new Map(),
    accounts: new Map(),
    accountLinks: new Map(),
    disputes: new Map(),
    balance: new Map(),
    events: new Map(),
    deliveries: new Map(),
    answers: new Map(),
  }
}

/** All state, in memory; with a `dataFile`, also on disk shortly after each change. Maps keep creation order. */
export class Store {
  readonly tables: Tables
  readonly #dataFile: string | undefined
  #timer: NodeJS.Timeout | undefined
  #lastWriteMs = 0

  constructor(dataFile?: string) {
    this.#dataFile = dataFile
    this.tables = dataFile ? load(dataFile) : emptyTables()
  }

  /** Says that something changed. Waits longer when writing takes longer, so that a big file never hogs the loop. */
  touch(): void {
    if (!this.#dataFile || this.#timer) return
    this.#timer = setTimeout(() => this.flush(), Math.max(200, this.#lastWriteMs * 20))
    this.#timer.unref()
  }

  /** Writes the state now. A crash in between leaves the old file or the new one, never half of one. */
  flush(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (!this.#dataFile) return
    const startedAt = performance.now()
    const plain = Object.fromEntries(Object.entries(this.tables).map(([name, rows]) => [name, [...rows]]))
    mkdirSync(dirname(this.#dataFile), { recursive: true })
    writeFileSync(`${this.#dataFile}.tmp`, JSON.stringify(plain), { mode: 0o600 })
    renameSync(`${this.#dataFile}.tmp`, this.#dataFile)
    this.#lastWriteMs = performance.now() - startedAt
  }
}

function load(dataFile: string): Tables {
  const tables = emptyTables()
  const saved = readSaved(dataFile)
  for (const [name, rows] of Object.entries(tables)) {
    for (const [id, row] of saved[name] ?? []) (rows as Map<string, unknown>).set(id, row)
  }
  return tables
}

function readSaved(dataFile: string): Record<string, [string, unknown][]> {
  try {
    return JSON.parse(readFileSync(dataFile, 'utf8'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw new Error(`The Stripe stand-in cannot read its data in ${dataFile}; delete it to start over.`, {
      cause: error,
    })
  }
}
