import type { Money } from '@/lib/platform/money'

export type RefundStatus = 'due' | 'done' | 'failed'

export type RefundFacts = {
  id: string
  orderId: string
  status: RefundStatus
  amount: Money
  reason: string | null
  /** Null where nothing was ever captured at Stripe. */
  paymentIntentId: string | null
}

/** A refund as Stripe answers it. `failed`: the bank would not take it, or Stripe will not do it. */
export type RefundTruth = { id: string; status: 'done' | 'failed'; failure: string | null }
