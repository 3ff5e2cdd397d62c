/** How long a seat that came back is set aside at most; somebody is called within a second as a rule. */
const ASIDE_MINUTES = 60

/**
 * The part of a statement by which seats lose whom they belonged to: a CTE `locked` before it has (performance_id,
 * seat_index, hold_id, ticket_id) of rows it locked in key order, `ticket_id` as the lock found it. Each seat goes
 *
 * 1. where it stands for a returned ticket that nobody bought: back to that ticket, `sold`;
 * 2. where somebody waits for its category: aside, held by the performance itself and listed in `aside_seat`, so that
 *    it is never free for a moment; whoever committed this calls the next in line (`callNextInLine`);
 * 3. else it is free for anyone.
 *
 * Who joins the line while this runs is not seen here: joining looks for free seats after it has committed. `freed` are
 * all those rows, `gone` the same by hold; the maps hear of them.
 */
export const FREE_SEATS = `fate AS MATERIALIZED (
  SELECT l.performance_id, l.seat_index, l.hold_id, l.ticket_id,
    COALESCE(line.ticket_type_id, t.id) AS ticket_type_id, COALESCE(line.amount, t.amount) AS amount,
    CASE WHEN l.ticket_id IS NOT NULL THEN 'sold' WHEN t.id IS NOT NULL THEN 'held' ELSE 'free' END AS status
  FROM locked l
  LEFT JOIN LATERAL (
    SELECT o.ticket_type_id, o.price_amount + o.discount_amount AS amount
    FROM ticket k JOIN order_line o ON o.id = k.order_line_id WHERE k.id = l.ticket_id
  ) line ON true
  LEFT JOIN LATERAL (
    SELECT t.id, t.amount FROM performance p
    JOIN seat ON seat.seat_map_id = p.seat_map_id AND seat.index = l.seat_index
    JOIN ticket_type t ON t.performance_id = p.id AND t.category_index = seat.category
    WHERE p.id = l.performance_id AND l.ticket_id IS NULL
      AND seat_is_waited(p.id, p.seat_map_id, l.seat_index)
    ORDER BY t.position LIMIT 1
  ) t ON true
), freed AS (
  UPDATE performance_seat s SET
    status = f.status::seat_status,
    hold_id = CASE WHEN f.status = 'held' THEN s.performance_id END,
    held_until = CASE WHEN f.status = 'held' THEN clock_timestamp() + interval '${ASIDE_MINUTES} minutes' END,
    ticket_type_id = f.ticket_type_id,
    price_amount = f.amount,
    ticket_id = f.ticket_id
  FROM fate f WHERE s.performance_id = f.performance_id AND s.seat_index = f.seat_index
  RETURNING f.hold_id, s.performance_id, s.seat_index, s.status
), aside AS (
  INSERT INTO aside_seat (performance_id, seat_index)
  SELECT performance_id, seat_index FROM freed WHERE status = 'held'
  ON CONFLICT DO NOTHING
), gone AS (
  SELECT hold_id, performance_id, array_agg(seat_index ORDER BY seat_index) AS seats FROM freed GROUP BY 1, 2
), change AS (
  INSERT INTO seat_change (performance_id, seat_indexes) SELECT performance_id, seats FROM gone
)`
