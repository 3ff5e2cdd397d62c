/** How much one fan may keep from the others, and for how long. Pages say it, claims hold to it. */

export const MAX_SEATS_PER_HOLD = 10

/** From the first seat; seats added later do not extend it. */
export const HOLD_MINUTES = 10

/** What a fan has from the moment they ask for more time, which they may once. */
export const MORE_MINUTES = 10

/** How long seats are kept that are offered in place of lost ones. */
export const OFFER_MINUTES = 2

/** How long seats are held for who was called from a waiting list. */
export const CALL_MINUTES = 15

/** From the first seat to the very end, whatever extends it. */
export const MAX_HOLD_MINUTES = 30

/** What a fan has at least, from the moment they start to pay. */
export const PAYMENT_MINUTES = 15
