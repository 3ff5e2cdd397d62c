import { newEmail } from '@/e2e/journeys/testing/names'
import { askApi, openGuest } from './api'
import { payOnline } from './pay-online'

export type Bought = { orderId: string; email: string }

/** Somebody buys seats by card, through the API alone; their tickets come by mail. */
export async function buySeats(performanceId: string, seats: string[]): Promise<Bought> {
  const [token, email] = [await openGuest(), newEmail()]
  await askApi('POST', `/performances/${performanceId}/holds`, { token, json: { seats } })
  const json = { email, name: 'Ada Example', delivery: 'email' }
  const headers = { 'idempotency-key': `buy-${email}` }
  const { order, paymentUrl } = await askApi<{ order: { id: string }; paymentUrl: string }>(
    'POST',
    '/checkout',
    { token, json, headers },
  )
  await payOnline(paymentUrl)
  await askApi('POST', `/orders/${order.id}/confirm`, { token })
  return { orderId: order.id, email }
}
