import type { PostalAddress } from '@/lib/platform/address'
import type { Money } from '@/lib/platform/money'

/**
 * What somebody shows to see or change an order: the account or the guest it was made by (a CartOwner is one; a user
 * who was a guest before has both), or `key`, the access token of the link in the mail. Anyone else finds nothing.
 */
export type OrderAccess = { userId?: string; guestId?: string; key?: string }

export type OrderStatus =
  | 'pending'
  | 'authorized'
  | 'confirmed'
  | 'paid'
  | 'partially_refunded'
  | 'refunded'
  | 'cancelled'

export type CancelReason = 'by_hand' | 'expired' | 'declined' | 'seats_lost'

export type DeliveryMethod = 'email' | 'post'

/** What a fan says to check out. */
export type CheckoutDetails = {
  email: string
  name: string
  /** The language of the order's mails. */
  locale?: string
  delivery: DeliveryMethod
  address?: PostalAddress
  currency?: string
}

/** What the page that was sent off said: nobody pays for other seats, or another sum, than they read. */
export type ExpectedCart = { seats: { performanceId: string; label: string }[]; total: Money }

/** A seat of a cart, locked, with what an order keeps of it. Amounts are minor units of `currency`. */
export type CartSeat = {
  performanceId: string
  seatIndex: number
  /** False once its hold has ended, or the seat is someone else's. */
  isHeld: boolean
  /** False once its performance has begun, or was called off. */
  isOnSale: boolean
  seatMapId: string
  label: string
  section: string
  row: string
  number: string
  categoryIndex: number
  currency: string
  expiresAt: Date
  /** The rest is only known of held seats. */
  ticketTypeId: string | null
  ticketTypeName: string | null
  priceAmount: number | null
  /** As the organizer asks now. */
  currentAmount: number | null
  /** Whose event it is, for promo codes. */
  organizerId: string
  eventId: string
  /** What a promo code takes off; 0 until one is applied. */
  discountAmount: number
}

/** A held seat, as an order sells it. */
export type DrawnSeat = CartSeat & { ticketTypeId: string; ticketTypeName: string; priceAmount: number }

export type OrderLineView = {
  performanceId: string
  event: { slug: string; title: string; imageUrl: string | null }
  organizer: { name: string }
  venue: { name: string; city: string; country: string; timezone: string; address: string | null }
  startsAt: Date
  doorsAt: Date | null
  seat: {
    index: number
    label: string
    section: string
    row: string
    number: string
    category: { name: string }
  }
  ticketType: { id: string; name: string }
  /** What is paid. */
  price: Money
  /** What came off, by promo code or waived. */
  discount: Money
}

/** An order as the rooms of reservations know it; `payment` comes from commerce. */
export type OrderFacts = {
  id: string
  reference: string
  accessToken: string
  cartId: string | null
  status: OrderStatus
  cancelReason: CancelReason | null
  total: Money
  /** By performance time, then seat. */
  lines: OrderLineView[]
  email: string
  name: string
  /** Of its mails and documents. */
  locale: string
  delivery: DeliveryMethod
  /** Where the letter goes; null where there is none. */
  address: PostalAddress | null
  /** The promo codes it used. */
  promoCodes: string[]
  /** What of the total is for the letter. */
  postage: Money
  /** What of the lines' discounts is waived: all that was left of the seats, and less than a card can be charged. */
  waived: Money
  createdAt: Date
  /** When its first hold ends: an unpaid order is over then. */
  expiresAt: Date
  authorizedAt: Date | null
  paidAt: Date | null
}

export type OrderView = Omit<OrderFacts, 'accessToken' | 'cartId'> & {
  /** Null until a card was accepted. `brand` as Stripe spells it, e.g. `visa`. */
  payment: { brand: string; last4: string } | null
}

/** The order's row as a command holds it, locked. */
export type LockedOrder = {
  id: string
  status: OrderStatus
  cancelReason: CancelReason | null
  cartId: string | null
  name: string
  email: string
  total: Money
  /** Minor units of it for the letter. */
  postageAmount: number
  delivery: DeliveryMethod
  expiresAt: Date
  authorizedAt: Date | null
  /** The card it is paid with, where that is one that is kept or will be; null where it costs nothing. */
  payment: { customerId: string | null; paymentMethodId: string | null } | null
  lines: LockedLine[]
}

export type LockedLine = {
  id: string
  performanceId: string
  seatIndex: number
  seatLabel: string
  ticketTypeId: string
  /** What is paid; the seat is held at this and the discount together. */
  priceAmount: number
  discountAmount: number
}

/** `held`: by the order's own cart; `sold`: to the order; `taken`: by anybody else. */
export type SeatFate = {
  performanceId: string
  seatIndex: number
  label: string
  fate: 'held' | 'free' | 'sold' | 'taken'
}
