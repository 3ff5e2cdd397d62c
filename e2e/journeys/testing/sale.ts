import { expect, type Page } from '@playwright/test'
import { createShow, type Show } from '@/e2e/api/testing/organizer'
import { giveDetails } from './checkout'
import { readOrders } from './database'
import { newEmail } from './names'
import { openSeats } from './seat-page'

export type Sale = { show: Show; labels: string[]; email: string; orderId: string; amount: number }

/** A show of its own, two of its seats held on the map, details given: the fan is at Stripe's page. */
export async function goToStripe(page: Page, { inDays = 40 } = {}): Promise<Sale> {
  const show = await createShow({ inDays })
  const labels = ['A-2-5', 'A-2-6']
  const email = newEmail()
  const seats = await openSeats(page, show.performanceId)
  await seats.choose(...labels)
  await seats.checkOut.click()
  await giveDetails(page, { email })
  await expect(page.getByRole('heading', { name: 'Pay by card' })).toBeVisible()
  const [order] = await readOrders(email)
  return { show, labels, email, orderId: order?.id as string, amount: 9000 }
}
