import { prisma } from '@/lib/platform/db'
import { isId } from '@/lib/platform/ids'
import { keepRecent } from '@/lib/platform/keep-recent'
import { decodePlan, type SeatMap } from '@/lib/seat-map/decode-plan'
import type { Plan, PlanCategory } from '@/lib/seat-map/plan'

const never = Number.POSITIVE_INFINITY

// A version never changes, so what is known of it stays true; only memory bounds how many are kept.
const categories = keepRecent<PlanCategory[]>({ maxAgeMs: never, maxEntries: 1_000, load: loadCategories })
const seatMaps = keepRecent<SeatMap>({ maxAgeMs: never, maxEntries: 8, load: loadSeatMaps })

/** The plan of a seat-map version, for ever the same; null for an unknown id. Whoever knows the id may read it. */
export async function findPlan(seatMapId: string): Promise<Plan | null> {
  if (!isId(seatMapId)) return null
  const row = await prisma.seatMap.findUnique({ where: { id: seatMapId }, select: { plan: true } })
  // Written by encodePlan only, in the transaction that made the seats.
  return (row?.plan as Plan | undefined) ?? null
}

/** The same, decoded and kept in this process: labels, numbers, categories and places of the seats by index. */
export async function findSeatMap(seatMapId: string): Promise<SeatMap | null> {
  if (!isId(seatMapId)) return null
  const key = seatMapId.toLowerCase()
  return (await seatMaps.get([key])).get(key) ?? null
}

/** Seat labels by seat index; null for an unknown map. */
export async function findSeatLabels(seatMapId: string): Promise<string[] | null> {
  const map = await findSeatMap(seatMapId)
  return map && Array.from({ length: map.seatCount }, (_, index) => map.label(index))
}

/** The price categories of a map, by index; empty for an unknown map. */
export async function findCategories(seatMapId: string): Promise<PlanCategory[]> {
  return (await categories.get([seatMapId])).get(seatMapId) ?? []
}

async function loadCategories(ids: string[]): Promise<Map<string, PlanCategory[]>> {
  // Only this part leaves the database: a stadium's plan is half a megabyte.
  const rows = await prisma.$queryRaw<{ id: string; categories: PlanCategory[] }[]>`
    SELECT id, plan -> 'categories' AS categories FROM seat_map WHERE id = ANY(${ids}::uuid[])`
  return new Map(rows.map((row) => [row.id, row.categories]))
}

async function loadSeatMaps(ids: string[]): Promise<Map<string, SeatMap>> {
  const found = new Map<string, SeatMap>()
  for (const id of ids) {
    const plan = await findPlan(id)
    if (plan) found.set(id, decodePlan(plan))
  }
  return found
}
