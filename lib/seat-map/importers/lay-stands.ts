import type { Stretch } from '../drawing/band'
import type { SeatPath } from '../drawing/path'
import { listNeeds, roomInFront } from './column-needs'
import { fitColumns, ROW_CM, STRAIGHT_SEAT_CM, type Tier } from './fit-columns'
import type { ManifestStand } from './read-manifest'
import { columnWidth, type PlacedColumn, type Reach, type Skyline, stackLine } from './stack-lines'
import type { SideTiers } from './stadium-frame'
import { bendsAround } from './stand-bend'
import { arrangeStand, type StandColumns } from './stand-columns'
import { placeStands, SIDES, type StandPlace } from './stand-side'

/** Between two tiers of one side. */
const TIER_GAP_CM = 300

/** Puts every stand on its side of the pitch: stands of one level side by side, upper ones as tiers behind. */
export function layStands(manifest: readonly ManifestStand[]): SideTiers {
  const places = placeStands(manifest.map((stand) => ({ name: stand.name, seatCount: countSeats(stand) })))
  const stands = manifest.flatMap((stand, index) => {
    const place = places[index]
    return place ? [{ place, columns: arrangeStand(stand) }] : []
  })
  return Object.fromEntries(
    SIDES.map((side) => [side, layTiers(stands.filter(({ place }) => place.side === side))]),
  ) as SideTiers
}

function layTiers(stands: { place: StandPlace; columns: StandColumns }[]): Tier[] {
  const levels = [...new Set(stands.map(({ place }) => place.level))].sort((a, b) => a - b)
  let depthCm = 0
  return levels.map((level) => {
    const own = stands.filter(({ place }) => place.level === level)
    own.sort((a, b) => a.place.along - b.place.along)
    const columns = own.flatMap((stand) => stand.columns.base)
    const lines = own.flatMap((stand) => stand.columns.lines)
    const stacked = lines.flatMap((line) => line.columns)
    const tier: Tier = {
      columns,
      lines,
      needs: listNeeds(columns),
      depthCm,
      bends: bendsAround(columns, STRAIGHT_SEAT_CM, ROW_CM),
      leastLengthCm: stacked.reduce((most, column) => Math.max(most, columnWidth(column)), 0),
    }
    depthCm += depthOf(tier) + TIER_GAP_CM
    return tier
  })
}

/** Places the sections of one side on its path, tier behind tier. The path must hold them (`fitFrame`). */
export function placeSide(path: SeatPath, tiers: readonly Tier[]): PlacedColumn[] {
  let freeCm = 0
  return tiers.flatMap((tier) => {
    // Stacked sections may have taken more depth than planned; further out there is never less room.
    const depthCm = Math.max(tier.depthCm, freeCm)
    const stretches = fitColumns(path, { ...tier, depthCm })
    const base = tier.columns.flatMap((column, index): PlacedColumn[] => {
      const stretch = stretches[index]
      return stretch
        ? [{ column, stretch, depthCm, bends: tier.bends, reach: reachOf(tier, stretches, index) }]
        : []
    })
    const skyline: Skyline = base.map(({ column, stretch }) => ({
      stretch,
      backCm: depthCm + (column.rows.at(-1)?.rank ?? 0) * ROW_CM,
    }))
    const stacked = tier.lines.flatMap((line) => stackLine(path, skyline, line, depthCm))
    freeCm = skyline.reduce((most, { backCm }) => Math.max(most, backCm), 0) + TIER_GAP_CM
    return [...base, ...stacked]
  })
}

/** Where the front rows of a bent section may go beyond its stretch, and up to which rank. */
function reachOf(tier: Tier, stretches: readonly Stretch[], index: number): Reach | undefined {
  const column = tier.columns[index]
  if (!tier.bends || !column) return undefined
  const side = (neighbour: number) => {
    const stretch = stretches[neighbour]
    const belowRank = roomInFront(column, tier.columns[neighbour])
    return stretch && belowRank > 0 ? { belowRank, s: (stretch[0] + stretch[1]) / 2 } : undefined
  }
  return { before: side(index - 1), after: side(index + 1) }
}

function depthOf(tier: Tier): number {
  return tier.columns.reduce((most, { rows }) => Math.max(most, rows.at(-1)?.rank ?? 0), 0) * ROW_CM
}

function countSeats(stand: ManifestStand): number {
  return stand.sections.reduce(
    (sum, section) => sum + section.rows.reduce((count, row) => count + row.count, 0),
    0,
  )
}
