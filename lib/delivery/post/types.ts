import type { PostalAddress } from '@/lib/platform/address'

/** A letter to print: its PDF is US letter, and the printer puts the address on a page of its own. */
export type LetterRequest = {
  to: PostalAddress & { name: string }
  /** What the printer's dashboard calls it. */
  description: string
  orderId: string
  pdf: Buffer
  /** The same key gives the same letter, however often it is asked. */
  idempotencyKey: string
}

/** Where a letter is, as the printer says it now. `failed`: it will never arrive. */
export type LetterStatus = 'created' | 'in_production' | 'mailed' | 'delivered' | 'failed'

export type LetterTruth = {
  letterId: string
  status: LetterStatus
  /** ISO day; null where it is not known. */
  expectedOn: string | null
  /** Why it failed, as the printer says it. */
  failure: string | null
}
