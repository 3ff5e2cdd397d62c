import { pool, prisma } from '@/lib/platform/db'
import type { StripeBooks } from '../../../fixtures/stripe-books'
import { COMMANDS, type Commands } from './house'

/**
 * The house with one promise broken, each a mistake that could be made: if the model does not see it, the model is
 * worth nothing.
 */
export const BROKEN: Record<string, (books: StripeBooks) => Partial<Commands>> = {
  'a claim that does not ask whose hold it is': () => ({
    holdSeats: async (request) => {
      await pool.query(
        `UPDATE performance_seat SET held_until = clock_timestamp() WHERE performance_id = $1 AND status = 'held'`,
        [request.performanceId],
      )
      return COMMANDS.holdSeats(request)
    },
  }),
  'a sale that does not ask who holds the seat': () => ({
    confirmOrder: async (request) => {
      await prisma.$executeRaw`
        UPDATE performance_seat s SET status = 'held', hold_id = h.id, ticket_type_id = l.ticket_type_id,
          held_until = clock_timestamp() + interval '1 minute', price_amount = l.price_amount
        FROM order_line l JOIN "order" o ON o.id = l.order_id
        JOIN hold h ON h.cart_id = o.cart_id AND h.performance_id = l.performance_id
        WHERE l.order_id = ${request.orderId}::uuid AND s.performance_id = l.performance_id
          AND s.seat_index = l.seat_index AND s.status <> 'sold'`
      return COMMANDS.confirmOrder(request)
    },
  }),
  'money that is taken before the seats are known to be there': (books) => ({
    confirmOrder: async (request) => {
      const intents = [...books.store.tables.intents.values()]
      const intent = intents.find((one) => one.metadata.order === request.orderId)
      // Where Stripe is away just then, the money is safe for once.
      if (intent?.status === 'requires_capture')
        await books.ask(`/v1/payment_intents/${intent.id}/capture`).catch(() => {})
      return COMMANDS.confirmOrder(request)
    },
  }),
  'a cancelled order whose card is kept': (books) => ({
    cancelOrder: async (request) => {
      books.breakDown({ at: 'close', when: 'before' })
      return COMMANDS.cancelOrder(request)
    },
  }),
  'a hold that lasts longer with each check-out': () => ({
    checkOut: async (request) => {
      const { guestId } = request.owner as { guestId: string }
      await prisma.$executeRaw`
        WITH h AS (
          UPDATE hold SET first_held_at = clock_timestamp(), payment_started_at = NULL,
            expires_at = least(expires_at, clock_timestamp() + interval '9 minutes')
          FROM cart WHERE cart.id = hold.cart_id AND cart.guest_id = ${guestId}::uuid AND seat_count > 0
            AND expires_at > clock_timestamp() + interval '1 second' RETURNING hold.*
        ) UPDATE performance_seat s SET held_until = h.expires_at
          FROM h WHERE s.performance_id = h.performance_id AND s.hold_id = h.id`
      return COMMANDS.checkOut(request)
    },
  }),
  'seats that stay sold when their money never came': () => ({
    reconcilePayments: async () => 0,
    confirmOrder: async (request) => {
      const confirmed = await COMMANDS.confirmOrder(request)
      if (!confirmed.ok) return confirmed
      await prisma.order.updateMany({
        where: { id: request.orderId, status: 'confirmed' },
        data: { status: 'paid' },
      })
      return confirmed
    },
  }),
}
