import { beforeAll, describe, expect, it } from 'vitest'
import { pool } from '@/lib/platform/db'
import { claimSeats } from '@/lib/reservations/holds/store'
import { makeOffer } from '@/lib/reservations/offers/store'
import {
  createTestCarts,
  createTestOrder,
  createTestPerformance,
  type TestOrder,
  type TestPerformance,
} from '@/prisma/testing'
import { INVARIANTS } from './invariants'
import { findViolations, verifyDatabase } from './verify-database'

let hall: TestPerformance
let order: TestOrder

beforeAll(async () => {
  hall = await createTestPerformance()
  order = await createTestOrder(hall, [0, 1])
  const [cartId] = (await createTestCarts(1)) as [string]
  const types = [hall.ticketTypeIds[0] as string, hall.ticketTypeIds[0] as string]
  await claimSeats([
    {
      cartId,
      performanceId: hall.performanceId,
      seatIndexes: [5, 6],
      ticketTypeIds: types,
      chosenType: false,
    },
  ])
  const offer = { cartId, performanceId: hall.performanceId, seatIndexes: [8], lostIndexes: [7] }
  expect(await makeOffer({ ...offer, ticketTypeIds: types.slice(1) })).toMatchObject({ made: true })
  await pool.query('DELETE FROM seat_change')
})

function offer(key: string): string {
  return `INSERT INTO ticket_transfer (id, ticket_id, offer_key, from_name, from_email, to_name, to_email, serial_before)
    SELECT gen_random_uuid(), id, '${key}', 'Ada', 'ada@example.com', 'Eve', 'eve@example.com', serial FROM ticket
    WHERE seat_index = 0`
}

const returned = `INSERT INTO ticket_return (id, ticket_id, performance_id, seat_index)
  SELECT gen_random_uuid(), id, performance_id, seat_index FROM ticket WHERE seat_index = 0`
const beingBought = `UPDATE performance_seat SET status = 'held', hold_id = gen_random_uuid(), held_until = now()
  WHERE seat_index = 0`

/** Somebody waits; `called` with these seats, or not. */
function wait(called?: string): string {
  const values = called
    ? `'called', '${called}', now(), now() + interval '15 minutes'`
    : `'waiting', '{}', NULL, NULL`
  return `INSERT INTO waiting_entry (id, performance_id, category, seat_count, name, email, key, status, seat_indexes,
      called_at, called_until)
    SELECT gen_random_uuid(), id, 0, 1, 'Eve', 'eve@example.com', 'key', ${values} FROM performance`
}

/** How each invariant is broken. What a constraint forbids is planted with the constraint gone. */
const plants: Record<string, string[]> = {
  'one-owner': [
    'DROP INDEX ticket_one_valid_per_seat',
    `INSERT INTO order_line (id, order_id, performance_id, seat_index, seat_label, section, row, number, category_name,
       ticket_type_id, ticket_type_name, price_amount)
     SELECT gen_random_uuid(), order_id, performance_id, 9, seat_label, section, row, number, category_name,
       ticket_type_id, ticket_type_name, price_amount FROM order_line WHERE seat_index = 0`,
    `INSERT INTO ticket (id, order_id, order_line_id, performance_id, seat_index, holder)
     SELECT gen_random_uuid(), order_id, id, performance_id, 0, 'Eve' FROM order_line WHERE seat_index = 9`,
  ],
  'sold-has-ticket': [`UPDATE ticket SET status = 'void' WHERE seat_index = 0`],
  'ticket-has-seat': [
    `UPDATE performance_seat SET status = 'free', ticket_id = NULL, ticket_type_id = NULL, price_amount = NULL
     WHERE seat_index = 0`,
  ],
  'held-by-hold': [
    `UPDATE performance_seat SET held_until = held_until - interval '1 minute' WHERE seat_index = 5`,
  ],
  'hold-has-seats': [`UPDATE hold SET seat_indexes = seat_indexes || 7`],
  'hold-limits': [
    'ALTER TABLE hold DROP CONSTRAINT hold_length',
    `UPDATE hold SET expires_at = first_held_at + interval '11 minutes'`,
  ],
  'offer-has-seats': [`UPDATE hold SET offered_indexes = offered_indexes || 7`],
  'offer-limits': [`UPDATE hold SET offered_until = now() + interval '3 minutes'`],
  'offers-swept': [`UPDATE hold SET offered_until = now() - interval '2 minutes'`],
  'feed-in-order': [`UPDATE seat_feed SET section_versions = ARRAY[version + 1]`],
  'inventory-complete': ['DELETE FROM performance_seat WHERE seat_index = 99'],
  'offered-to-one': [
    offer('one'),
    `UPDATE performance_seat SET status = 'free', ticket_id = NULL, ticket_type_id = NULL, price_amount = NULL
     WHERE seat_index = 0`,
    `UPDATE ticket SET status = 'void' WHERE seat_index = 0`,
  ],
  'one-code': [
    offer('one'),
    `UPDATE ticket_transfer SET status = 'accepted', serial_after = 2, ended_at = now()`,
    `UPDATE ticket SET owner_key = 'key' WHERE seat_index = 0`,
  ],
  'passed-on-has-owner': [
    `UPDATE ticket SET owner_key = 'key', owner_email = 'eve@example.com' WHERE seat_index = 0`,
  ],
  'stands-for-return': [beingBought],
  'aside-is-held': ['INSERT INTO aside_seat (performance_id, seat_index) SELECT id, 20 FROM performance'],
  'called-has-seats': [wait('{20}')],
  'called-in-category': [wait('{20}'), 'UPDATE waiting_entry SET category = 1'],
  'return-is-buyers': [returned, `UPDATE ticket SET owner_key = 'key' WHERE seat_index = 0`],
  'return-is-paid': [returned, `UPDATE ticket_return SET status = 'sold', ended_at = now()`],
  'return-not-used': [
    ...[returned, beingBought],
    'INSERT INTO admission (ticket_id) SELECT id FROM ticket WHERE seat_index = 0',
  ],
  'aside-called': [
    `INSERT INTO aside_seat (performance_id, seat_index, created_at)
     SELECT id, 20, now() - interval '3 minutes' FROM performance`,
  ],
  'calls-swept': [
    wait('{20}'),
    `UPDATE waiting_entry SET called_at = now() - interval '17 minutes', called_until = now() - interval '2 minutes'`,
  ],
  'waits-ended': [wait(), `UPDATE performance SET starts_at = now() - interval '6 minutes'`],
  'returns-ended': [returned, `UPDATE performance SET starts_at = now() - interval '2 hours'`],
  'order-adds-up': ['UPDATE "order" SET total_amount = total_amount + 1'],
  'paid-has-tickets': [
    `UPDATE ticket SET status = 'void' WHERE seat_index = 1`,
    `UPDATE performance_seat SET status = 'free', ticket_id = NULL, ticket_type_id = NULL, price_amount = NULL
     WHERE seat_index = 1`,
  ],
  'paid-is-captured': ['UPDATE payment SET captured_amount = captured_amount - 1'],
  'no-money-without-seats': [
    `UPDATE "order" SET status = 'authorized', expires_at = now() + interval '5 minutes'`,
  ],
  'refunds-within-payment': [
    `INSERT INTO refund (id, payment_id, stripe_refund_id, amount)
     SELECT gen_random_uuid(), id, 're_test', captured_amount + 1 FROM payment`,
  ],
  'refund-is-its-tickets': [
    `INSERT INTO refund (id, payment_id, amount) SELECT gen_random_uuid(), id, 4500 FROM payment`,
    'UPDATE ticket SET refund_id = (SELECT id FROM refund) WHERE seat_index = 1',
  ],
  'refunds-done': [
    `INSERT INTO refund (id, payment_id, amount, created_at)
     SELECT gen_random_uuid(), id, 4500, now() - interval '2 hours' FROM payment`,
  ],
  'money-in-is-tickets-out': [`UPDATE payment SET currency = 'USD'`],
  'holds-swept': [
    `UPDATE hold SET first_held_at = now() - interval '12 minutes', expires_at = now() - interval '2 minutes'`,
  ],
  'held-seats-swept': [
    `UPDATE performance_seat SET held_until = now() - interval '3 minutes' WHERE seat_index = 5`,
  ],
  'orders-ended': [`UPDATE "order" SET status = 'pending', expires_at = now() - interval '6 minutes'`],
  'captures-done': [`UPDATE "order" SET status = 'confirmed', confirmed_at = now() - interval '11 minutes'`],
  'authorizations-released': [
    `UPDATE payment SET status = 'authorized', captured_amount = 0`,
    `UPDATE "order" SET status = 'cancelled', cancel_reason = 'by_hand', cancelled_at = now() - interval '11 minutes'`,
  ],
  'letters-begun': [`UPDATE "order" SET postage_amount = 450`],
  'letters-refunded': [
    `UPDATE "order" SET postage_amount = 450`,
    `INSERT INTO posting (order_id, status) SELECT id, 'failed' FROM "order"`,
  ],
  'promo-uses': [
    `INSERT INTO promo_code (id, organizer_id, code, percent_off, used_count)
     SELECT gen_random_uuid(), id, 'SPRING', 10, 1 FROM organizer`,
  ],
  'discounts-have-codes': [`UPDATE order_line SET discount_amount = 100`],
  'maps-told': [
    `INSERT INTO seat_change (performance_id, seat_indexes, created_at)
     SELECT id, '{1}', now() - interval '3 minutes' FROM performance`,
  ],
}

async function plant(statements: string[]): Promise<string[]> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    for (const sql of statements) await client.query(sql)
    return (await findViolations(client)).map(({ invariant }) => invariant.name)
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
}

describe('the invariants', () => {
  it('hold in a database with a sale, a hold and an offer', async () => {
    expect(order.ticketIds).toHaveLength(2)
    expect(await verifyDatabase(process.env.DATABASE_URL as string)).toEqual([])
  })

  it.each(INVARIANTS.map(({ name, says }) => [says, name]))(
    'notices when it is not so: %s',
    async (_, name) => {
      expect(await plant(plants[name] ?? [])).toContain(name)
    },
  )

  it('each have a way to be broken here', () => {
    expect(Object.keys(plants).sort()).toEqual(INVARIANTS.map(({ name }) => name).sort())
  })
})
