import type { PaymentMeans } from '@/lib/commerce/cards/types'
import { findCustomerId } from '@/lib/commerce/customers/queries'
import { listCards } from '@/lib/commerce/customers/stripe'
import type { KeptCard } from '@/lib/commerce/customers/types'
import { ok, type Result, refuse } from '@/lib/platform/result'
import type { CartOwner } from '@/lib/reservations/types'

/** The cards an account keeps; `unavailable`: Stripe cannot be asked. */
export async function findKeptCards(userId: string): Promise<Result<KeptCard[], 'unavailable'>> {
  const customerId = await findCustomerId(userId)
  const cards = customerId ? await listCards(customerId) : ok([])
  return cards.ok ? cards : refuse('unavailable', { detail: cards.detail })
}

/**
 * What an order is paid with: the kept card of that id, or one that is entered at Stripe. `invalid`: it is not (any
 * more) one of the owner's; `unavailable`: Stripe cannot be asked.
 */
export async function findMeans(
  owner: CartOwner,
  cardId: string | undefined,
): Promise<Result<PaymentMeans, 'invalid' | 'unavailable'>> {
  if (!cardId) return ok({ customerId: null, paymentMethodId: null })
  const cards = 'userId' in owner ? await findKeptCards(owner.userId) : ok([])
  if (!cards.ok) return cards
  const customerId = 'userId' in owner ? await findCustomerId(owner.userId) : null
  if (customerId && cards.value.some((card) => card.id === cardId)) {
    return ok({ customerId, paymentMethodId: cardId })
  }
  return refuse('invalid', { errors: [{ path: 'card', message: 'is not one of yours' }] })
}
