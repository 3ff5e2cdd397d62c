import type { Prisma } from '@/lib/platform/db'
import type { Tx } from '@/lib/platform/transaction'
import type { SeatMap } from '@/lib/seat-map/decode-plan'
import type { Plan } from '@/lib/seat-map/plan'

/** One statement carries this many seats: big enough to be fast, small enough for the statement timeout. */
const SEATS_PER_STATEMENT = 10_000

/**
 * Adds a seat-map version with all its seats and returns its number, the next of its name in its venue. The caller
 * holds the venue's lock. `map` is the plan decoded.
 */
export async function insertSeatMap(
  tx: Tx,
  { venueId, plan, map }: { venueId: string; plan: Plan; map: SeatMap },
): Promise<number> {
  const { id, name } = plan
  const last = await tx.seatMap.aggregate({ where: { venueId, name }, _max: { version: true } })
  const version = (last._max.version ?? 0) + 1
  const json = { ...plan, version } as unknown as Prisma.InputJsonValue
  await tx.seatMap.create({
    data: { id, venueId, version, name, seatCount: map.seatCount, plan: json },
    select: { id: true },
  })
  for (let first = 0; first < map.seatCount; first += SEATS_PER_STATEMENT) {
    await insertSeats(tx, id, map, first, Math.min(first + SEATS_PER_STATEMENT, map.seatCount))
  }
  return version
}

/** Seats `first` … `end - 1`, as columns: one parameter a column, however many seats. */
async function insertSeats(tx: Tx, seatMapId: string, map: SeatMap, first: number, end: number) {
  const indexes = Array.from({ length: end - first }, (_, offset) => first + offset)
  const labels = indexes.map((index) => map.label(index))
  const sections = indexes.map((index) => map.sections[map.sectionOf[index] ?? -1]?.name ?? '')
  const rows = indexes.map((index) => map.rows[map.rowOf[index] ?? -1]?.name ?? '')
  const numbers = indexes.map((index) => map.numberOf(index))
  const columns = [map.x, map.y, map.category, map.flags].map((column) => [...column.subarray(first, end)])
  await tx.$executeRaw`
    INSERT INTO seat (seat_map_id, index, label, section, row, number, x, y, category, flags)
    SELECT ${seatMapId}::uuid, *
    FROM unnest(${indexes}::int[], ${labels}::text[], ${sections}::text[], ${rows}::text[], ${numbers}::text[],
      ${columns[0]}::int[], ${columns[1]}::int[], ${columns[2]}::smallint[], ${columns[3]}::smallint[])`
}
