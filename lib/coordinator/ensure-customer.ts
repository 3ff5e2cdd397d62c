import { findContact } from '@/lib/accounts/users/queries'
import { findCustomerId } from '@/lib/commerce/customers/queries'
import { rememberCustomer } from '@/lib/commerce/customers/store'
import { createCustomer } from '@/lib/commerce/customers/stripe'
import { log } from '@/lib/platform/log'
import { findOrderUser } from '@/lib/reservations/persons/queries'

/**
 * The customer at Stripe of whoever an order belongs to, made when they first pay; null for guests, and while Stripe
 * does not answer: then the card of this order cannot be kept, and nothing else is lost.
 */
export async function ensureCustomer(orderId: string): Promise<string | null> {
  const userId = await findOrderUser(orderId)
  const contact = userId && (await findContact(userId))
  if (!contact) return null
  const known = await findCustomerId(contact.id)
  if (known) return known
  const created = await createCustomer({ userId: contact.id, email: contact.email })
  if (created.ok) return rememberCustomer(contact.id, created.value)
  log('warn', 'customer.not_made', { userId: contact.id, detail: created.detail })
  return null
}
