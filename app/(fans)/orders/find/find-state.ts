/** Where looking for an order has come to. */
export type FindState = {
  /** A code was sent, if there is such an order. */
  isSent: boolean
  problem: 'invalid' | 'bad_code' | 'rate_limited' | null
  reference: string
  email: string
}
