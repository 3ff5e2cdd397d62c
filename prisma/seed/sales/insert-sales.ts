import type { PoolClient } from 'pg'
import type { Random } from '@/lib/events/posters/random'
import type { SaleFacts, SaleTicketType } from '@/lib/events/types'
import { pool } from '@/lib/platform/db'
import { newId, newReference, newSecret } from '@/lib/platform/ids'
import type { SeatMap } from '@/lib/seat-map/decode-plan'
import type { Party } from './choose-seats'
import { makeName } from './people'

const PARTIES_PER_TRANSACTION = 1_500
const HOUR_MS = 60 * 60 * 1000
const LONGEST_AGO_HOURS = 24 * 45

const references = new Set<string>()

type Line = {
  id: string
  ticketId: string
  orderId: string
  holder: string
  seat: number
  type: SaleTicketType
}
type Order = { id: string; reference: string; name: string; total: number; soldAt: Date; lines: Line[] }

/**
 * Sells seats at the box office, one paid order a party: the same rows that a sale through the site leaves, with
 * money that no card provider knows of. Takes transactions of moderate size; each leaves the books in order.
 */
export async function insertSales(sale: {
  facts: SaleFacts
  map: SeatMap
  parties: Party[]
  random: Random
  now: Date
}): Promise<void> {
  const orders = sale.parties.map((party) => drawOrder(sale, party))
  for (let first = 0; first < orders.length; first += PARTIES_PER_TRANSACTION) {
    await sellInBulk(sale.facts, sale.map, orders.slice(first, first + PARTIES_PER_TRANSACTION))
  }
}

function drawOrder(
  { facts, map, random, now }: { facts: SaleFacts; map: SeatMap; random: Random; now: Date },
  party: Party,
): Order {
  const id = newId()
  const name = makeName(random)
  const lines = party.map((seat): Line => {
    const types = facts.ticketTypes.filter(({ categoryIndex }) => categoryIndex === map.category[seat])
    const type = random.chance(0.8) ? types[0] : random.pick(types)
    if (!type) throw new Error(`seat ${seat} has no price`)
    return { id: newId(), ticketId: newId(), orderId: id, holder: name, seat, type }
  })
  const total = lines.reduce((sum, { type }) => sum + type.amount, 0)
  const soldAt = new Date(now.getTime() - random.between(1, LONGEST_AGO_HOURS) * HOUR_MS)
  return { id, reference: nextReference(), name, total, soldAt, lines }
}

/** Of tens of thousands of references two may well be the same. */
function nextReference(): string {
  let reference = newReference()
  while (references.has(reference)) reference = newReference()
  references.add(reference)
  return reference
}

async function sellInBulk(facts: SaleFacts, map: SeatMap, orders: Order[]): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    // Nothing is lost that a fresh start would not make again.
    await client.query("SET LOCAL synchronous_commit = off; SET LOCAL statement_timeout = '60s'")
    const lines = orders.flatMap((order) => order.lines)
    await insertOrders(client, facts, orders)
    await insertLines(client, facts, map, lines)
    await insertTickets(client, facts, lines)
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}

async function insertOrders(client: PoolClient, { currency }: SaleFacts, orders: Order[]) {
  const secrets = orders.map(() => newSecret(''))
  await client.query(
    `INSERT INTO "order" (id, reference, access_token, email, name, status, currency, total_amount,
       created_at, expires_at, authorized_at, confirmed_at, paid_at)
     SELECT id, reference, token, 'boxoffice-' || lower(reference) || '@example.com', name, 'paid', $1, total,
       at, at + interval '10 minutes', at, at, at
     FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::int[], $7::timestamptz[])
       AS o(id, reference, token, name, total, at)`,
    [
      currency,
      orders.map(({ id }) => id),
      orders.map(({ reference }) => reference),
      secrets,
      orders.map(({ name }) => name),
      orders.map(({ total }) => total),
      orders.map(({ soldAt }) => soldAt),
    ],
  )
  const paid = orders.filter(({ total }) => total > 0)
  await client.query(
    `INSERT INTO payment (id, order_id, status, amount, captured_amount, currency, created_at, updated_at)
     SELECT id, order_id, 'captured', total, total, $1, at, at
     FROM unnest($2::uuid[], $3::uuid[], $4::int[], $5::timestamptz[]) AS p(id, order_id, total, at)`,
    [
      currency,
      paid.map(() => newId()),
      paid.map(({ id }) => id),
      paid.map(({ total }) => total),
      paid.map(({ soldAt }) => soldAt),
    ],
  )
}

async function insertLines(client: PoolClient, facts: SaleFacts, map: SeatMap, lines: Line[]) {
  await client.query(
    `INSERT INTO order_line (id, order_id, performance_id, seat_index, seat_label, section, row, number,
       category_name, ticket_type_id, ticket_type_name, price_amount)
     SELECT l.id, l.order_id, $1, l.seat_index, s.label, s.section, s.row, s.number, l.category, l.type_id,
       l.type_name, l.amount
     FROM unnest($3::uuid[], $4::uuid[], $5::int[], $6::text[], $7::uuid[], $8::text[], $9::int[])
       AS l(id, order_id, seat_index, category, type_id, type_name, amount)
     JOIN seat s ON s.seat_map_id = $2 AND s.index = l.seat_index`,
    [
      facts.performanceId,
      facts.seatMapId,
      lines.map(({ id }) => id),
      lines.map(({ orderId }) => orderId),
      lines.map(({ seat }) => seat),
      lines.map(({ type }) => map.categories[type.categoryIndex]?.name ?? ''),
      lines.map(({ type }) => type.id),
      lines.map(({ type }) => type.name),
      lines.map(({ type }) => type.amount),
    ],
  )
}

/** Tickets, and the seats that they own from now on. */
async function insertTickets(client: PoolClient, { performanceId }: SaleFacts, lines: Line[]) {
  const seats = lines.map(({ seat }) => seat)
  const tickets = lines.map(({ ticketId }) => ticketId)
  await client.query(
    `INSERT INTO ticket (id, order_id, order_line_id, performance_id, seat_index, holder, created_at)
     SELECT t.id, t.order_id, t.line_id, $1, t.seat_index, t.holder, o.created_at
     FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::int[], $6::text[])
       AS t(id, order_id, line_id, seat_index, holder)
     JOIN "order" o ON o.id = t.order_id`,
    [
      performanceId,
      tickets,
      lines.map(({ orderId }) => orderId),
      lines.map(({ id }) => id),
      seats,
      lines.map(({ holder }) => holder),
    ],
  )
  const { rowCount } = await client.query(
    `UPDATE performance_seat p
     SET status = 'sold', ticket_id = t.id, ticket_type_id = t.type_id, price_amount = t.amount
     FROM unnest($2::int[], $3::uuid[], $4::uuid[], $5::int[]) AS t(seat_index, id, type_id, amount)
     WHERE p.performance_id = $1 AND p.seat_index = t.seat_index AND p.status = 'free'`,
    [performanceId, seats, tickets, lines.map(({ type }) => type.id), lines.map(({ type }) => type.amount)],
  )
  if (rowCount !== lines.length) throw new Error('a seat to be sold was not free')
}
