/** A card that its owner chose to keep; at Stripe, never here. */
export type KeptCard = {
  id: string
  /** As Stripe spells it, e.g. `visa`. */
  brand: string
  last4: string
  expiresMonth: number
  expiresYear: number
}
