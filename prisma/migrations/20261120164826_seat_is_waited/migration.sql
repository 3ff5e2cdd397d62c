-- What a datamodel cannot say.

-- Whether somebody waits for the price category of a seat. A function, so that a claim of free seats, which never comes
-- to ask, does not even open the tables it reads (5 per cent of its time).
CREATE FUNCTION "seat_is_waited"("performance" UUID, "map" UUID, "seat_index" INTEGER) RETURNS BOOLEAN
  LANGUAGE sql STABLE PARALLEL SAFE
  AS $$
    SELECT EXISTS (
      SELECT 1 FROM "waiting_entry" w
      WHERE w."performance_id" = $1 AND w."status" = 'waiting' AND w."category" = (
        SELECT s."category" FROM "seat" s WHERE s."seat_map_id" = $2 AND s."index" = $3))
  $$;
