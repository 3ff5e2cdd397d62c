import { expect, it } from 'vitest'
import { prisma } from '@/lib/platform/db'
import { inTransaction } from '@/lib/platform/transaction'
import { isKnownEvent } from './queries'
import { forgetOldEvents, recordStripeEvent } from './store'

it('an event is known for thirty days, and then forgotten', async () => {
  const receivedAt = new Date(Date.now() - 30 * 86_400_000 - 60_000)
  await prisma.stripeEvent.create({ data: { id: 'evt_old', type: 'charge.captured', receivedAt } })
  await inTransaction((tx) => recordStripeEvent(tx, { id: 'evt_new', type: 'charge.captured' }))
  expect(await forgetOldEvents()).toBe(1)
  expect([await isKnownEvent('evt_old'), await isKnownEvent('evt_new')]).toEqual([false, true])
  expect(await forgetOldEvents()).toBe(0)
})
