export type PostingStatus = 'due' | 'created' | 'in_production' | 'mailed' | 'delivered' | 'failed'

/** The letter with an order's tickets. */
export type PostingView = {
  orderId: string
  status: PostingStatus
  letterId: string | null
  /** ISO day; null until the printer has said. */
  expectedOn: string | null
  createdAt: Date
  /** When the printer was asked last. */
  askedAt: Date
  /** Since when it is known to be late; null while it is not. */
  lateAt: Date | null
}
