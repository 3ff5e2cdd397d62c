import { isMemberAnywhere } from '@/lib/accounts/memberships/queries'
import { eraseUser } from '@/lib/accounts/users/store'
import { findCustomerId } from '@/lib/commerce/customers/queries'
import { deleteCustomer } from '@/lib/commerce/customers/stripe'
import { newId } from '@/lib/platform/ids'
import { enqueue } from '@/lib/platform/jobs'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { inTransaction } from '@/lib/platform/transaction'
import { forgetPerson } from '@/lib/reservations/persons/store'
import { forgetEntries } from '@/lib/reservations/waiting-list/store'
import { seatsCameBack } from './call-next-in-line'
import { confirmOwner, type Owned } from './confirm-owner'
import { releaseSeats } from './release-seats'
import { viewCart } from './view-cart'

/**
 * Deletes an account for its owner: seats that are held go back to everybody, all sessions end, and what the law does
 * not ask us to keep is gone. Orders stay with name and money, and their tickets admit. `too_late` for who works for an
 * organizer: that has to be handed over first; `unavailable` while Stripe,
 * which has their cards, does not answer; other refusals as `confirmOwner`.
 */
export async function deleteAccount(
  owned: Owned,
): Promise<Result<null, 'too_late' | 'bad_credentials' | 'rate_limited' | 'not_found' | 'unavailable'>> {
  const confirmed = await confirmOwner(owned)
  if (!confirmed.ok) return confirmed
  const { id: userId, email, name, locale } = confirmed.value
  if (await isMemberAnywhere(userId)) return refuse('too_late')
  await letGo(userId)
  const customerId = await findCustomerId(userId)
  const forgotten = customerId ? await deleteCustomer(customerId) : null
  if (forgotten && !forgotten.ok) return refuse('unavailable')
  const freed = await inTransaction(async (tx) => {
    await forgetPerson(tx, userId)
    const performanceIds = await forgetEntries(tx, userId)
    await eraseUser(tx, userId)
    const notice = { noticeId: newId(), email, name, kind: 'deleted', detail: '', locale } as const
    await enqueue(tx, 'send-account-notice', notice)
    return performanceIds
  })
  for (const performanceId of freed) seatsCameBack(performanceId)
  return ok(null)
}

/** What is being held; what is being paid for is an order's business and ends with it. */
async function letGo(userId: string): Promise<void> {
  const owner = { userId }
  const { holds } = await viewCart(owner)
  for (const { performanceId } of holds) await releaseSeats({ owner, performanceId })
}
