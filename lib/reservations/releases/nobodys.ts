/**
 * Of a held row `s`: its hold has ended, and whoever comes first may have it though nobody swept it. Not where it stands
 * for a returned ticket, is set aside, or somebody waits for its category: those are the sweeper's to give. The look at
 * the line comes last, and is a function of the database's, so that a claim of free seats does not pay for it.
 */
export const NOBODYS = `(s.held_until <= clock_timestamp() AND s.ticket_id IS NULL AND s.hold_id <> s.performance_id
      AND NOT seat_is_waited(s.performance_id, s.seat_map_id, s.seat_index))`
