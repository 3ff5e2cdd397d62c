import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { cardFields } from '@/host/emulators/stripe/testing'
import { createUser } from '@/lib/accounts/testing/create-user'
import { findCustomerId } from '@/lib/commerce/customers/queries'
import { listCards, removeCard } from '@/lib/commerce/customers/stripe'
import { checkOut } from '@/lib/coordinator/check-out'
import { deleteAccount } from '@/lib/coordinator/delete-account'
import { env } from '@/lib/platform/env'
import { newReference } from '@/lib/platform/ids'
import { ensureCart } from '@/lib/reservations/carts/store'
import { blockDraft, createTestPerformance, type TestPerformance } from '@/prisma/testing'
import { checkOutAs, hold, must } from '../fixtures/fans'
import { openStripeBooks, type StripeBooks } from '../fixtures/stripe-books'

const PASSWORD = 'correct horse battery'
let books: StripeBooks
let hall: TestPerformance
let next = 0
beforeAll(async () => {
  books = await openStripeBooks()
  hall = await createTestPerformance({ draft: blockDraft(4, 25) })
})
afterAll(() => books.close())
beforeEach(() => books.mend())

async function newMember() {
  const email = `${newReference(12).toLowerCase()}@example.com`
  const { id: userId } = must(await createUser({ name: 'Ada', email, password: PASSWORD }))
  return { userId, email, cartId: await ensureCart({ userId }) }
}
type Member = Awaited<ReturnType<typeof newMember>>

/** Holds a seat and opens its payment page. Returns the page's address. */
async function openPage({ userId, email, cartId }: Member): Promise<string> {
  const owner = { owner: { guestId: '' }, cartId, email }
  expect(await hold(owner, hall, [next++])).toBe(true)
  const { paymentUrl } = must(
    await checkOut({ owner: { userId }, email, name: 'Ada Example', delivery: 'email' }),
  )
  return new URL(paymentUrl ?? '', 'http://stripe.example').pathname
}

const pay = async (path: string, fields: Record<string, string>) => {
  const body = new URLSearchParams(fields)
  return (await fetch(env.STRIPE_API_BASE + path, { method: 'POST', body, redirect: 'manual' })).status
}

it('a card is kept with consent, shown on the next payment page, and removed by its owner alone', async () => {
  const [ada, eve] = [await newMember(), await newMember()]
  expect(await pay(await openPage(ada), { ...cardFields('4242424242424242'), keep: 'yes' })).toBe(303)
  await openPage(eve)
  const [adas, eves] = [await findCustomerId(ada.userId), await findCustomerId(eve.userId)]
  const [card] = must(await listCards(adas ?? ''))
  expect(card).toMatchObject({ brand: 'visa', last4: '4242' })
  expect(await removeCard(eves ?? '', card?.id ?? '')).toMatchObject({ code: 'invalid' })
  expect(must(await listCards(adas ?? ''))).toHaveLength(1)
  must(await removeCard(adas ?? '', card?.id ?? ''))
  expect(must(await listCards(adas ?? ''))).toEqual([])
})

it('a card is not kept without consent, and a guest is not asked', async () => {
  const ada = await newMember()
  expect(await pay(await openPage(ada), cardFields('4242424242424242'))).toBe(303)
  expect(must(await listCards((await findCustomerId(ada.userId)) ?? ''))).toEqual([])
  const guest = { owner: { guestId: crypto.randomUUID() }, email: 'ada@example.com' }
  const cartId = await ensureCart(guest.owner)
  expect(await hold({ ...guest, cartId }, hall, [next++])).toBe(true)
  const { paymentUrl } = must(await checkOutAs({ ...guest, cartId }))
  const page = await (
    await fetch(env.STRIPE_API_BASE + new URL(paymentUrl ?? '', 'http://stripe.example').pathname)
  ).text()
  expect(page).not.toContain('Save this card')
})

it('where Stripe makes no customer the order can be paid all the same', async () => {
  const ada = await newMember()
  books.breakAll({ effect: 'fail-before', status: 500 })
  const refused = hold({ owner: { guestId: '' }, cartId: ada.cartId, email: ada.email }, hall, [next++])
  expect(await refused).toBe(true)
  const request = { owner: { userId: ada.userId }, email: ada.email, name: 'Ada', delivery: 'email' }
  expect(await checkOut(request)).toMatchObject({ code: 'unavailable' })
  books.mend()
  expect(must(await checkOut(request)).paymentUrl).not.toBeNull()
})

it('leaves Stripe with the account', async () => {
  const ada = await newMember()
  await pay(await openPage(ada), { ...cardFields('4242424242424242'), keep: 'yes' })
  const customerId = (await findCustomerId(ada.userId)) ?? ''
  must(await deleteAccount({ userId: ada.userId, password: PASSWORD, address: newReference(12) }))
  expect(books.store.tables.customers.has(customerId)).toBe(false)
  expect(await findCustomerId(ada.userId)).toBeNull()
})
