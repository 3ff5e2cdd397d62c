import { listAddresses } from '@/lib/accounts/addresses/queries'
import { listSessions } from '@/lib/accounts/sessions/queries'
import { findContact } from '@/lib/accounts/users/queries'
import { listFollowed } from '@/lib/events/follows/queries'
import { findPersonOrders } from '@/lib/reservations/persons/queries'
import { findPersonEntries } from '@/lib/reservations/waiting-list/queries'
import { viewCart } from './view-cart'

/**
 * Everything kept about the owner of an account, in the shape it is kept in; null where the account is gone. No secrets:
 * neither password nor codes of tickets.
 */
export async function exportAccount(userId: string) {
  const account = await findContact(userId)
  if (!account) return null
  const [addresses, sessions, follows, bought, waitingLists, cart] = await Promise.all([
    listAddresses(userId),
    listSessions(userId),
    listFollowed(userId),
    findPersonOrders(userId),
    findPersonEntries(userId),
    viewCart({ userId }),
  ])
  const { id: _, ...profile } = account
  return {
    exportedAt: new Date(),
    account: profile,
    addresses,
    sessions,
    follows,
    ...bought,
    waitingLists,
    cart,
  }
}
