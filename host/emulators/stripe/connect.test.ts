import type Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { errorOf, type Harness, payBySession, startHarness } from './testing'

let harness: Harness
let stripe: Stripe
beforeAll(async () => {
  harness = await startHarness()
  stripe = harness.stripe
})
afterAll(() => harness.close())

async function createOrganizer(): Promise<Stripe.Account> {
  return stripe.accounts.create({
    type: 'express',
    country: 'DE',
    email: 'grace@example.com',
    capabilities: { card_payments: { requested: true }, transfers: { requested: true } },
  })
}

async function onboard(account: string): Promise<void> {
  const response = await harness.control('POST', `accounts/${account}/onboard`)
  expect(response.status).toBe(200)
}

async function captureSale(overrides = {}): Promise<Stripe.PaymentIntent> {
  const { intentId } = await payBySession(harness, '4242424242424242', overrides)
  return stripe.paymentIntents.capture(intentId)
}

describe('onboarding', () => {
  test('completes on its page and is announced for the account', async () => {
    const account = await createOrganizer()
    expect(account).toMatchObject({
      charges_enabled: false,
      payouts_enabled: false,
      details_submitted: false,
    })
    const link = await stripe.accountLinks.create({
      account: account.id,
      type: 'account_onboarding',
      return_url: 'http://shop.example/payouts',
      refresh_url: 'http://shop.example/payouts/again',
    })
    expect(await (await fetch(link.url)).text()).toContain('Business name')
    const again = await fetch(link.url, { redirect: 'manual' })
    expect(again.headers.get('location')).toBe('http://shop.example/payouts/again')

    const wrong = await harness.submit(link.url, {
      action: 'submit',
      business_name: '',
      bank_account: 'DE89370400440532013000',
    })
    expect(wrong.status).toBe(422)
    expect((await stripe.accounts.retrieve(account.id)).details_submitted).toBe(false)
    const done = await harness.submit(link.url, {
      action: 'submit',
      business_name: 'Hall',
      bank_account: 'DE89370400440532013000',
    })
    expect(done.headers.get('location')).toBe('http://shop.example/payouts')
    expect(await stripe.accounts.retrieve(account.id)).toMatchObject({
      charges_enabled: true,
      payouts_enabled: true,
      details_submitted: true,
      capabilities: { transfers: 'active' },
      requirements: { currently_due: [] },
    })
    const hook = await harness.waitFor(
      () => harness.received.find((row) => row.type === 'account.updated'),
      'the update',
    )
    expect(hook.event?.account).toBe(account.id)
  })
})

describe('transfers', () => {
  test('move a captured charge on, within its amount, and come back by reversal', async () => {
    const account = await createOrganizer()
    const intent = await captureSale()
    const transfer = (amount: number) =>
      stripe.transfers.create({
        amount,
        currency: 'eur',
        destination: account.id,
        source_transaction: String(intent.latest_charge),
      })
    expect((await errorOf(transfer(9000))).code).toBe('insufficient_capabilities_for_transfer')
    await onboard(account.id)
    const sent = await transfer(9000)
    expect(sent).toMatchObject({ amount: 9000, transfer_group: 'ord_1', reversed: false })
    expect((await errorOf(transfer(701))).message).toContain('€7.00')
    const back = await stripe.transfers.createReversal(sent.id, { amount: 4500 })
    expect(back).toMatchObject({ object: 'transfer_reversal', amount: 4500, transfer: sent.id })
    expect(await stripe.transfers.retrieve(sent.id)).toMatchObject({ amount_reversed: 4500, reversed: false })
    expect((await errorOf(stripe.transfers.createReversal(sent.id, { amount: 4501 }))).param).toBe('amount')
    const listed = await stripe.transfers.list({ transfer_group: 'ord_1', destination: account.id })
    expect(listed.data.map((row) => row.id)).toEqual([sent.id])
  })

  test('without a source never overdraw the balance', async () => {
    const account = await createOrganizer()
    await onboard(account.id)
    const balance = await stripe.balance.retrieve()
    const available = balance.available.find((row) => row.currency === 'eur')?.amount ?? 0
    const transfer = { amount: available + 1, currency: 'eur', destination: account.id }
    expect((await errorOf(stripe.transfers.create(transfer))).code).toBe('balance_insufficient')
  })
})

describe('refunding a destination charge', () => {
  test('takes the same share back from the organizer', async () => {
    const account = await createOrganizer()
    await onboard(account.id)
    const intent = await captureSale({
      payment_intent_data: {
        capture_method: 'manual',
        application_fee_amount: 700,
        transfer_data: { destination: account.id },
      },
    })
    const charge = await stripe.charges.retrieve(String(intent.latest_charge), { expand: ['transfer'] })
    expect(charge.transfer).toMatchObject({ amount: 9000, destination: account.id })
    const refund = await stripe.refunds.create({
      payment_intent: intent.id,
      amount: 4850,
      reverse_transfer: true,
    })
    const reversal = await stripe.refunds.retrieve(refund.id, { expand: ['transfer_reversal'] })
    expect(reversal.transfer_reversal).toMatchObject({ amount: 4500, source_refund: refund.id })
  })

  test('is refused where there is no transfer to reverse', async () => {
    const intent = await captureSale()
    const error = await errorOf(stripe.refunds.create({ payment_intent: intent.id, reverse_transfer: true }))
    expect(error.message).toContain('does not have an associated transfer')
  })
})
