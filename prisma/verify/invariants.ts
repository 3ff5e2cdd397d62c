import type { Invariant } from './invariant'
import { waiting, waitingOverdue } from './waiting-invariants'

const seats: Invariant[] = [
  {
    name: 'one-owner',
    says: 'No seat has two valid tickets',
    sql: `SELECT performance_id, seat_index, count(*) AS tickets FROM ticket WHERE status = 'valid'
          GROUP BY 1, 2 HAVING count(*) > 1`,
  },
  {
    name: 'sold-has-ticket',
    says: 'Every sold seat has a valid ticket for that very seat',
    sql: `SELECT s.performance_id, s.seat_index, s.ticket_id FROM performance_seat s
          LEFT JOIN ticket t ON t.id = s.ticket_id AND t.performance_id = s.performance_id
            AND t.seat_index = s.seat_index AND t.status = 'valid'
          WHERE s.status = 'sold' AND t.id IS NULL`,
  },
  {
    name: 'ticket-has-seat',
    says: 'Every valid ticket stands on a seat sold to it, or held by who buys it after it was returned',
    sql: `SELECT t.id AS ticket_id, t.performance_id, t.seat_index FROM ticket t
          LEFT JOIN performance_seat s ON s.performance_id = t.performance_id AND s.seat_index = t.seat_index
            AND s.status IN ('sold', 'held') AND s.ticket_id = t.id
          WHERE t.status = 'valid' AND s.seat_index IS NULL`,
  },
  {
    name: 'held-by-hold',
    says: 'Every seat held at this moment is in its hold, its offer or its call, until the same moment, or set aside',
    sql: `SELECT s.performance_id, s.seat_index, s.hold_id FROM performance_seat s
          LEFT JOIN hold h ON h.id = s.hold_id AND h.performance_id = s.performance_id
            AND h.expires_at = s.held_until AND s.seat_index = ANY (h.seat_indexes)
          LEFT JOIN hold o ON o.offer_id = s.hold_id AND o.performance_id = s.performance_id
            AND o.offered_until = s.held_until AND s.seat_index = ANY (o.offered_indexes)
          LEFT JOIN waiting_entry w ON w.id = s.hold_id AND w.performance_id = s.performance_id AND w.status = 'called'
            AND w.called_until = s.held_until AND s.seat_index = ANY (w.seat_indexes)
          WHERE s.status = 'held' AND s.held_until > clock_timestamp() AND h.id IS NULL AND o.id IS NULL
            AND w.id IS NULL AND s.hold_id <> s.performance_id`,
  },
  {
    name: 'offer-has-seats',
    says: 'Every seat of an offer that has not ended is held by it, and by no hold',
    sql: `SELECT h.id AS hold_id, h.performance_id, n.seat_index FROM hold h, unnest(h.offered_indexes) AS n(seat_index)
          WHERE h.offered_until > clock_timestamp() AND (n.seat_index = ANY (h.seat_indexes) OR NOT EXISTS (
            SELECT 1 FROM performance_seat s WHERE s.performance_id = h.performance_id
              AND s.seat_index = n.seat_index AND s.status = 'held' AND s.hold_id = h.offer_id))`,
  },
  {
    name: 'offer-limits',
    says: 'What is offered and what is held come to at most 10 seats; an offer lasts two minutes, and ends with its hold',
    sql: `SELECT id AS hold_id, seat_count, offered_indexes, offered_until, expires_at FROM hold
          WHERE offered_until > clock_timestamp() AND (
            seat_count + cardinality(offered_indexes) > 10
            OR offered_until > clock_timestamp() + interval '2 minutes'
            OR (seat_count > 0 AND offered_until > expires_at))`,
  },
  {
    name: 'hold-has-seats',
    says: 'Every seat of a hold that has not ended is held by it',
    sql: `SELECT h.id AS hold_id, h.performance_id, n.seat_index FROM hold h, unnest(h.seat_indexes) AS n(seat_index)
          WHERE h.expires_at > clock_timestamp() AND NOT EXISTS (
            SELECT 1 FROM performance_seat s WHERE s.performance_id = h.performance_id
              AND s.seat_index = n.seat_index AND s.status = 'held' AND s.hold_id = h.id)`,
  },
  {
    name: 'hold-limits',
    says: 'A hold has at most 10 seats for 10 minutes, or for 30 once paying has begun or more time was asked for',
    sql: `SELECT id AS hold_id, cardinality(seat_indexes) AS seats, expires_at - first_held_at AS lasts FROM hold
          WHERE cardinality(seat_indexes) > 10 OR expires_at > first_held_at + interval '30 minutes'
            OR (payment_started_at IS NULL AND extended_at IS NULL AND expires_at > first_held_at + interval '10 minutes')`,
  },
  {
    name: 'feed-in-order',
    says: 'No overview and no section of a map is ahead of its batches',
    sql: `SELECT performance_id, version, overview_version, section_versions FROM seat_feed
          WHERE overview_version > version OR version < ANY (section_versions)`,
  },
  {
    name: 'inventory-complete',
    says: 'A published performance has one row for each seat of its map',
    sql: `SELECT p.id AS performance_id, m.seat_count, count(s.seat_index) AS rows FROM performance p
          JOIN seat_map m ON m.id = p.seat_map_id
          LEFT JOIN performance_seat s ON s.performance_id = p.id AND s.seat_map_id = p.seat_map_id
          WHERE p.status = 'published' GROUP BY p.id, m.seat_count HAVING count(s.seat_index) <> m.seat_count`,
  },
]

const transfers: Invariant[] = [
  {
    name: 'offered-to-one',
    says: 'A ticket is offered to at most one person, and only while it is valid',
    sql: `SELECT t.id AS ticket_id, t.status, count(*) AS offers FROM ticket_transfer r JOIN ticket t ON t.id = r.ticket_id
          WHERE r.status = 'offered' GROUP BY t.id HAVING count(*) > 1 OR t.status <> 'valid'`,
  },
  {
    name: 'one-code',
    says: 'The code that admits is the last one issued: each friend who accepted got the next serial, and nobody else',
    sql: `SELECT t.id AS ticket_id, t.serial, count(*) AS accepted, max(r.serial_after) AS last
          FROM ticket_transfer r JOIN ticket t ON t.id = r.ticket_id WHERE r.status = 'accepted' GROUP BY t.id
          HAVING max(r.serial_after) > t.serial OR count(DISTINCT r.serial_after) <> count(*)`,
  },
  {
    name: 'passed-on-has-owner',
    says: 'A ticket has left its order exactly where somebody accepted it',
    sql: `SELECT t.id AS ticket_id, t.owner_email FROM ticket t
          WHERE (t.owner_key IS NOT NULL)
            <> EXISTS (SELECT 1 FROM ticket_transfer r WHERE r.ticket_id = t.id AND r.status = 'accepted')`,
  },
]

const money: Invariant[] = [
  {
    name: 'order-adds-up',
    says: 'An order costs what its lines and its letter cost',
    sql: `SELECT o.id AS order_id, o.total_amount, coalesce(sum(l.price_amount), 0) AS lines FROM "order" o
          LEFT JOIN order_line l ON l.order_id = o.id
          GROUP BY o.id HAVING o.total_amount <> coalesce(sum(l.price_amount), 0) + o.postage_amount`,
  },
  {
    name: 'paid-has-tickets',
    says: 'An order that is confirmed or paid has a valid ticket for each line; one that is neither has none',
    sql: `SELECT o.id AS order_id, o.status, count(l.id) AS lines, count(t.id) AS tickets FROM "order" o
          JOIN order_line l ON l.order_id = o.id
          LEFT JOIN ticket t ON t.order_line_id = l.id AND t.status = 'valid'
          GROUP BY o.id
          HAVING (o.status IN ('confirmed', 'paid') AND count(t.id) <> count(l.id))
            OR (o.status IN ('pending', 'authorized', 'cancelled', 'refunded') AND count(t.id) > 0)`,
  },
  {
    name: 'paid-is-captured',
    says: 'What is paid was captured in full, in the currency of the order',
    sql: `SELECT o.id AS order_id, o.total_amount, p.captured_amount, p.currency FROM "order" o
          LEFT JOIN payment p ON p.order_id = o.id
          WHERE o.status IN ('paid', 'partially_refunded', 'refunded') AND o.total_amount > 0
            AND (p.id IS NULL OR p.captured_amount <> o.total_amount OR p.currency <> o.currency)`,
  },
  {
    name: 'no-money-without-seats',
    says: 'Nothing was captured for an order that is open or cancelled',
    sql: `SELECT o.id AS order_id, o.status, p.captured_amount FROM "order" o JOIN payment p ON p.order_id = o.id
          WHERE o.status IN ('pending', 'authorized', 'cancelled') AND p.captured_amount > 0`,
  },
  {
    name: 'refunds-within-payment',
    says: 'No payment gave back more than it took',
    sql: `SELECT p.id AS payment_id, p.captured_amount, sum(r.amount) AS refunded FROM payment p
          JOIN refund r ON r.payment_id = p.id GROUP BY p.id HAVING sum(r.amount) > p.captured_amount`,
  },
  {
    name: 'refund-is-its-tickets',
    says: 'A refund of tickets gives back what those tickets cost, and none of them lets anybody in',
    sql: `SELECT r.id AS refund_id, r.amount, sum(l.price_amount) AS tickets,
            count(*) FILTER (WHERE t.status = 'valid') AS valid FROM refund r
          JOIN ticket t ON t.refund_id = r.id JOIN order_line l ON l.id = t.order_line_id
          GROUP BY r.id HAVING r.amount <> sum(l.price_amount) OR count(*) FILTER (WHERE t.status = 'valid') > 0`,
  },
  {
    name: 'money-in-is-tickets-out',
    says: 'Per currency: money captured = valid tickets + letters + refunds − what confirmed orders still have open',
    sql: `WITH captured AS (
            SELECT currency, sum(captured_amount) AS amount FROM payment GROUP BY 1
          ), tickets AS (
            SELECT o.currency, sum(l.price_amount) AS amount FROM ticket t
            JOIN order_line l ON l.id = t.order_line_id JOIN "order" o ON o.id = t.order_id
            WHERE t.status = 'valid' GROUP BY 1
          ), letters AS (
            SELECT o.currency, sum(o.postage_amount - coalesce(r.amount, 0)) AS amount FROM "order" o
            LEFT JOIN payment p ON p.order_id = o.id
            LEFT JOIN (SELECT payment_id, sum(amount) AS amount FROM refund WHERE reason = 'postage' GROUP BY 1) r
              ON r.payment_id = p.id
            WHERE o.status IN ('confirmed', 'paid', 'partially_refunded', 'refunded') GROUP BY 1
          ), refunded AS (
            SELECT p.currency, sum(r.amount) AS amount FROM refund r JOIN payment p ON p.id = r.payment_id GROUP BY 1
          ), open AS (
            SELECT o.currency, sum(o.total_amount - coalesce(p.captured_amount, 0)) AS amount FROM "order" o
            LEFT JOIN payment p ON p.order_id = o.id WHERE o.status = 'confirmed' GROUP BY 1
          ), sums AS (
            SELECT currency, coalesce(c.amount, 0) AS captured, coalesce(t.amount, 0) AS tickets,
              coalesce(l.amount, 0) AS letters,
              coalesce(r.amount, 0) AS refunded, coalesce(o.amount, 0) AS open
            FROM captured c FULL JOIN tickets t USING (currency) FULL JOIN refunded r USING (currency)
            FULL JOIN letters l USING (currency) FULL JOIN open o USING (currency)
          )
          SELECT * FROM sums WHERE captured <> tickets + letters + refunded - open`,
  },
]

const overdue: Invariant[] = [
  {
    name: 'holds-swept',
    says: 'No hold ended more than a minute ago and still names seats',
    sql: `SELECT id AS hold_id, expires_at, seat_indexes FROM hold
          WHERE seat_count > 0 AND expires_at < clock_timestamp() - interval '1 minute'`,
  },
  {
    name: 'offers-swept',
    says: 'No offer ended more than a minute ago and still names seats',
    sql: `SELECT id AS hold_id, offered_until, offered_indexes FROM hold
          WHERE offer_id IS NOT NULL AND offered_until < clock_timestamp() - interval '1 minute'`,
  },
  {
    name: 'held-seats-swept',
    says: 'No seat is marked held more than two minutes after its hold ended',
    sql: `SELECT performance_id, seat_index, held_until FROM performance_seat
          WHERE status = 'held' AND held_until < clock_timestamp() - interval '2 minutes'`,
  },
  {
    name: 'orders-ended',
    says: 'No unpaid order outlives its holds by more than five minutes',
    sql: `SELECT id AS order_id, status, expires_at FROM "order"
          WHERE status IN ('pending', 'authorized') AND expires_at < clock_timestamp() - interval '5 minutes'`,
  },
  {
    name: 'captures-done',
    says: 'No confirmed order waits more than ten minutes for its money',
    sql: `SELECT id AS order_id, confirmed_at FROM "order"
          WHERE status = 'confirmed' AND confirmed_at < clock_timestamp() - interval '10 minutes'`,
  },
  {
    name: 'authorizations-released',
    says: 'No cancelled order keeps an authorization for more than ten minutes',
    sql: `SELECT p.order_id, p.payment_intent_id FROM payment p JOIN "order" o ON o.id = p.order_id
          WHERE o.status = 'cancelled' AND p.status IN ('open', 'authorized')
            AND o.cancelled_at < clock_timestamp() - interval '10 minutes'`,
  },
  {
    name: 'refunds-done',
    says: 'No refund was decided more than an hour ago that Stripe does not have',
    sql: `SELECT id AS refund_id, status, amount, failure, created_at FROM refund
          WHERE status <> 'done' AND created_at < now() - interval '1 hour'`,
  },
  {
    name: 'letters-begun',
    says: 'Every order that paid for a letter has one, or had its fee given back',
    sql: `SELECT o.id AS order_id FROM "order" o LEFT JOIN posting p ON p.order_id = o.id
          WHERE o.status IN ('paid', 'partially_refunded') AND o.postage_amount > 0 AND p.order_id IS NULL`,
  },
  {
    name: 'letters-refunded',
    says: 'The fee of a letter that failed is given back in full, and no other',
    sql: `SELECT n.order_id, n.status, o.postage_amount, coalesce(sum(r.amount), 0) AS refunded FROM posting n
          JOIN "order" o ON o.id = n.order_id LEFT JOIN payment p ON p.order_id = o.id
          LEFT JOIN refund r ON r.payment_id = p.id AND r.reason = 'postage'
          WHERE o.status IN ('paid', 'partially_refunded') GROUP BY n.order_id, o.id
          HAVING coalesce(sum(r.amount), 0) <> CASE n.status WHEN 'failed' THEN o.postage_amount ELSE 0 END`,
  },
  {
    name: 'promo-uses',
    says: 'A promo code is used as often as there are orders with it that were not cancelled, and no more than it may be',
    sql: `SELECT c.id AS promo_code_id, c.used_count, c.max_uses, count(u.order_id) AS uses FROM promo_code c
          LEFT JOIN (SELECT u.promo_code_id, u.order_id FROM promo_use u JOIN "order" o ON o.id = u.order_id
            WHERE u.returned_at IS NULL AND o.status <> 'cancelled') u ON u.promo_code_id = c.id
          GROUP BY c.id HAVING c.used_count <> count(u.order_id) OR c.used_count > c.max_uses`,
  },
  {
    name: 'discounts-have-codes',
    says: 'Nothing is taken off an order without a promo code but what is waived, which is never more than came off',
    sql: `SELECT o.id AS order_id, sum(l.discount_amount) AS discount, o.waived_amount FROM "order" o
          JOIN order_line l ON l.order_id = o.id
          GROUP BY o.id HAVING sum(l.discount_amount) < o.waived_amount OR (sum(l.discount_amount) > o.waived_amount
            AND NOT EXISTS (SELECT 1 FROM promo_use u WHERE u.order_id = o.id))`,
  },
  {
    name: 'maps-told',
    says: 'No change of a seat is kept from the maps for more than two minutes',
    sql: `SELECT id AS change_id, performance_id, created_at FROM seat_change
          WHERE created_at < clock_timestamp() - interval '2 minutes'`,
  },
]

/** All invariants, in the order they are checked and told. */
export const INVARIANTS: readonly Invariant[] = [
  ...seats,
  ...transfers,
  ...waiting,
  ...money,
  ...overdue,
  ...waitingOverdue,
]
