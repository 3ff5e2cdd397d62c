import { findContact } from '@/lib/accounts/users/queries'
import { inTransaction } from '@/lib/platform/transaction'
import { joinEntries, joinOrders } from '@/lib/reservations/persons/store'
import { joinCart } from './join-cart'

/**
 * Somebody has signed in, or has shown that an email is theirs: what they held and ordered as the guest they were
 * (`joinCart`), and what anybody ordered or waits for as a guest with their verified email, is the account's from now on. Harmless
 * to repeat.
 */
export async function joinAccount(who: { guestId: string | null; userId: string }): Promise<void> {
  const { guestId, userId } = who
  if (guestId) await joinCart({ guestId, userId })
  const contact = await findContact(userId)
  if (contact?.isEmailVerified) {
    const { email } = contact
    await inTransaction(async (tx) => {
      await joinOrders(tx, { userId, email })
      await joinEntries(tx, { userId, email })
    })
  }
}
