/**
 * Of a held row `s`: its hold has ended, and whoever comes first may have it though nobody swept it. Not where it stands
 * for a returned ticket, is set aside, or somebody waits for its category: those are the sweeper's to give. The look at
 * the line comes last, so that it costs a claim of free seats nothing; OFFSET 0 keeps it a look-up by key.
 */
export const NOBODYS = `(s.held_until <= clock_timestamp() AND s.ticket_id IS NULL AND s.hold_id <> s.performance_id
      AND NOT EXISTS (
        SELECT 1 FROM waiting_entry w
        WHERE w.performance_id = s.performance_id AND w.status = 'waiting' AND w.category = (
          SELECT seat.category FROM seat WHERE seat.seat_map_id = s.seat_map_id AND seat.index = s.seat_index)
        OFFSET 0))`
