import { expect, type Page } from '@playwright/test'
import { cardFields } from '@/host/emulators/stripe/testing'

export const CARDS = {
  good: '4242424242424242',
  declined: '4000000000000002',
  insufficient: '4000000000009995',
  challenge: '4000002500003155',
}

/** Fills in who the tickets are for, and goes on to Stripe. Returns the order's id. */
export async function giveDetails(
  page: Page,
  { email, name = 'Ada Example' }: { email: string; name?: string },
) {
  await expect(page.getByRole('heading', { level: 1, name: 'Who are they for?' })).toBeVisible()
  await page.getByLabel('Name on the tickets').fill(name)
  await page.getByLabel('Email', { exact: true }).fill(email)
  await page.getByRole('button', { name: 'Continue to payment' }).click()
}

/** Enters a card on Stripe's page and sends it. */
export async function payWith(page: Page, number = CARDS.good): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Pay by card' })).toBeVisible()
  const card = cardFields(number)
  await page.getByLabel('Card number').fill(number)
  await page.getByLabel('Expiry').fill(card.expiry as string)
  await page.getByLabel('Security code').fill(card.cvc as string)
  await page.getByLabel('Name on card').fill('Ada Example')
  await page.getByRole('button', { name: /^Pay / }).click()
}

/** Verify your purchase: sees what is bought, and confirms it. */
export async function confirmPurchase(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: 'Verify your purchase' })).toBeVisible()
  await page.getByRole('button', { name: /^Confirm and pay/ }).click()
}

/** The order whose page this is. */
export function orderIdOf(page: Page): string {
  const id = /\/orders\/([0-9a-f-]{36})/.exec(page.url())?.[1]
  if (!id) throw new Error(`${page.url()} is no order's page`)
  return id
}

/** The order's page after a sale. */
export async function expectPaid(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: /^The seats? (is|are) yours\.$/ })).toBeVisible({
    timeout: 15_000,
  })
  await expect(page.getByRole('link', { name: /^PDF of the ticket/ }).first()).toBeVisible({
    timeout: 15_000,
  })
}
