/** The card that pays an order where that is one the account keeps; both null where a card is entered at Stripe. */
export type PaymentMeans = { customerId: string | null; paymentMethodId: string | null }
