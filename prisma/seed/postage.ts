import { setPostageRate } from '@/lib/events/postage/store'
import { inTransaction } from '@/lib/platform/transaction'

/** Minor units of what a letter costs. */
const FEES = { EUR: 490, GBP: 450, JPY: 600, USD: 550 } as const
const LEAD_DAYS = 14

/** Every organizer posts tickets, in every currency of the season. */
export async function seedPostage(organizerIds: readonly string[]): Promise<void> {
  await inTransaction(async (tx) => {
    for (const organizerId of organizerIds) {
      for (const [currency, amount] of Object.entries(FEES)) {
        await setPostageRate(tx, { organizerId, currency, amount, leadDays: LEAD_DAYS })
      }
    }
  })
}
