import type { Invariant } from './invariant'

/** Of waiting lists and returned tickets. */
export const waiting: Invariant[] = [
  {
    name: 'stands-for-return',
    says: 'A held seat stands only for a valid ticket for that very seat that is returned',
    sql: `SELECT s.performance_id, s.seat_index, s.hold_id, s.ticket_id FROM performance_seat s
          WHERE s.status = 'held' AND s.ticket_id IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM ticket t JOIN ticket_return r ON r.ticket_id = t.id AND r.status = 'open'
            WHERE t.id = s.ticket_id AND t.status = 'valid'
              AND t.performance_id = s.performance_id AND t.seat_index = s.seat_index)`,
  },
  {
    name: 'aside-is-held',
    says: 'Exactly the seats that are set aside are held by their performance, for no ticket',
    sql: `SELECT coalesce(a.performance_id, s.performance_id) AS performance_id,
            coalesce(a.seat_index, s.seat_index) AS seat_index FROM aside_seat a
          FULL JOIN (SELECT * FROM performance_seat
            WHERE status = 'held' AND hold_id = performance_id AND ticket_id IS NULL) s
            ON s.performance_id = a.performance_id AND s.seat_index = a.seat_index
          WHERE a.seat_index IS NULL OR s.seat_index IS NULL`,
  },
  {
    name: 'called-has-seats',
    says: 'Every seat somebody was called with is held for them until their time is over, fifteen minutes at most',
    sql: `SELECT w.id AS entry_id, w.performance_id, n.seat_index FROM waiting_entry w, unnest(w.seat_indexes) AS n(seat_index)
          WHERE w.status = 'called' AND w.called_until > clock_timestamp() AND (
            w.called_until > w.called_at + interval '15 minutes' OR NOT EXISTS (
              SELECT 1 FROM performance_seat s WHERE s.performance_id = w.performance_id
                AND s.seat_index = n.seat_index AND s.status = 'held' AND s.hold_id = w.id
                AND s.held_until = w.called_until))`,
  },
  {
    name: 'called-in-category',
    says: 'Nobody is called with seats of another category than they wait for',
    sql: `SELECT w.id AS entry_id, n.seat_index FROM waiting_entry w
          JOIN performance p ON p.id = w.performance_id, unnest(w.seat_indexes) AS n(seat_index)
          WHERE NOT EXISTS (SELECT 1 FROM seat WHERE seat.seat_map_id = p.seat_map_id
            AND seat.index = n.seat_index AND seat.category = w.category)`,
  },
  {
    name: 'return-is-buyers',
    says: 'Only a valid ticket that is still its buyer’s is returned, and it is offered to nobody else',
    sql: `SELECT r.id AS return_id, t.id AS ticket_id, t.status FROM ticket_return r JOIN ticket t ON t.id = r.ticket_id
          WHERE r.status = 'open' AND (t.status <> 'valid' OR t.owner_key IS NOT NULL OR EXISTS (
            SELECT 1 FROM ticket_transfer o WHERE o.ticket_id = t.id AND o.status = 'offered'))`,
  },
  {
    name: 'return-is-paid',
    says: 'A returned ticket that was sold is void, and its price given back; once a ticket',
    sql: `SELECT t.id AS ticket_id, t.status, t.refund_id, count(*) AS sales FROM ticket_return r
          JOIN ticket t ON t.id = r.ticket_id WHERE r.status = 'sold'
          GROUP BY t.id HAVING t.status <> 'void' OR t.refund_id IS NULL OR count(*) > 1`,
  },
  {
    name: 'return-not-used',
    says: 'Nobody went in with a ticket that was sold to somebody else, or that somebody is buying',
    sql: `SELECT t.id AS ticket_id, r.status FROM ticket_return r JOIN ticket t ON t.id = r.ticket_id
          JOIN admission a ON a.ticket_id = t.id
          WHERE r.status = 'sold' OR (r.status = 'open' AND EXISTS (
            SELECT 1 FROM performance_seat s WHERE s.performance_id = t.performance_id
              AND s.seat_index = t.seat_index AND s.status = 'held'))`,
  },
]

/** What the worker has to have done by now. */
export const waitingOverdue: Invariant[] = [
  {
    name: 'aside-called',
    says: 'No seat is set aside for more than two minutes without anybody being called',
    sql: `SELECT performance_id, seat_index, created_at FROM aside_seat
          WHERE created_at < clock_timestamp() - interval '2 minutes'`,
  },
  {
    name: 'calls-swept',
    says: 'No call ended more than a minute ago and still stands',
    sql: `SELECT id AS entry_id, called_until FROM waiting_entry
          WHERE status = 'called' AND called_until < clock_timestamp() - interval '1 minute'`,
  },
  {
    name: 'waits-ended',
    says: 'Nobody waits for a performance that began more than five minutes ago',
    sql: `SELECT w.id AS entry_id, p.starts_at FROM waiting_entry w JOIN performance p ON p.id = w.performance_id
          WHERE w.status = 'waiting' AND p.starts_at < clock_timestamp() - interval '5 minutes'`,
  },
  {
    name: 'returns-ended',
    says: 'No ticket is offered back more than an hour after its performance began',
    sql: `SELECT r.id AS return_id, p.starts_at FROM ticket_return r JOIN performance p ON p.id = r.performance_id
          WHERE r.status = 'open' AND p.starts_at < clock_timestamp() - interval '1 hour'`,
  },
]
