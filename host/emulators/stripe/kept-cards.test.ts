import { afterAll, beforeAll, expect, test } from 'vitest'
import { cardFields, errorOf, type Harness, saleParams, startHarness } from './testing'

let harness: Harness
beforeAll(async () => {
  harness = await startHarness()
})
afterAll(() => harness.close())

async function openSession(customer: string) {
  const { customer_email: _, ...sale } = saleParams()
  return harness.stripe.checkout.sessions.create({
    ...sale,
    customer,
    saved_payment_method_options: { payment_method_save: 'enabled' },
  })
}

const newCustomer = async () => (await harness.stripe.customers.create({ email: 'ada@example.com' })).id
const listCards = async (customer: string) =>
  (await harness.stripe.customers.listPaymentMethods(customer, { type: 'card', allow_redisplay: 'always' }))
    .data

test('a card is kept where its owner says so, and pays the next time with one press', async () => {
  const customer = await newCustomer()
  const first = await openSession(customer)
  expect(await (await fetch(first.url ?? '')).text()).toContain('Save this card for next time')
  const paid = await harness.submit(first.url ?? '', { ...cardFields('4242424242424242'), keep: 'yes' })
  expect(paid.status).toBe(303)
  const [card] = await listCards(customer)
  expect(card).toMatchObject({ card: { last4: '4242' }, allow_redisplay: 'always', customer })

  const second = await openSession(customer)
  expect(await (await fetch(second.url ?? '')).text()).toContain('visa ending 4242')
  const again = await harness.submit(second.url ?? '', { kept: card?.id ?? '' })
  expect(again.status).toBe(303)
  const { payment_intent: intent } = await harness.stripe.checkout.sessions.retrieve(second.id, {
    expand: ['payment_intent'],
  })
  expect(intent).toMatchObject({ status: 'requires_capture', payment_method: card?.id, customer })

  await harness.stripe.paymentMethods.detach(card?.id ?? '')
  expect(await listCards(customer)).toEqual([])
  const gone = await harness.submit((await openSession(customer)).url ?? '', { kept: card?.id ?? '' })
  expect(gone.status).toBe(422)
})

test('a card is not kept without being asked, when it was declined, or for somebody else', async () => {
  const [ada, eve] = [await newCustomer(), await newCustomer()]
  await harness.submit((await openSession(ada)).url ?? '', cardFields('4242424242424242'))
  expect(await listCards(ada)).toEqual([])
  await harness.submit((await openSession(ada)).url ?? '', { ...cardFields('4000000000000002'), keep: 'yes' })
  expect(await listCards(ada)).toEqual([])
  await harness.submit((await openSession(ada)).url ?? '', { ...cardFields('4242424242424242'), keep: 'yes' })
  const [card] = await listCards(ada)
  const stolen = await harness.submit((await openSession(eve)).url ?? '', { kept: card?.id ?? '' })
  expect(stolen.status).toBe(422)
})

test('keeping cards needs a customer', async () => {
  const options = { saved_payment_method_options: { payment_method_save: 'enabled' } } as const
  const create = harness.stripe.checkout.sessions.create({ ...saleParams(), ...options })
  expect(await errorOf(create)).toMatchObject({ param: 'saved_payment_method_options' })
})
