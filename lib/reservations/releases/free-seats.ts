/**
 * The part of a statement that frees seats: a CTE `locked` before it has (performance_id, seat_index, hold_id) of rows
 * it locked in key order. `freed` are those rows, `gone` the same by hold; the maps hear of them.
 */
export const FREE_SEATS = `freed AS (
  UPDATE performance_seat s SET status = 'free', hold_id = NULL, held_until = NULL, ticket_type_id = NULL,
    price_amount = NULL
  FROM locked l WHERE s.performance_id = l.performance_id AND s.seat_index = l.seat_index
  RETURNING l.hold_id, s.performance_id, s.seat_index
), gone AS (
  SELECT hold_id, performance_id, array_agg(seat_index ORDER BY seat_index) AS seats FROM freed GROUP BY 1, 2
), change AS (
  INSERT INTO seat_change (performance_id, seat_indexes) SELECT performance_id, seats FROM gone
)`
