import { findSaleFacts } from '@/lib/events/performances/queries'
import { makeRandom } from '@/lib/events/posters/random'
import { findSeatMap } from '@/lib/events/seat-maps/queries'
import { pool, prisma } from '@/lib/platform/db'
import { type SignIn, seedApiKey, seedOrganizers, seedPeople } from './accounts'
import { EVENTS } from './catalogue/events'
import { ORGANIZERS } from './catalogue/organizers'
import type { CatalogueEvent } from './catalogue/types'
import { VENUES } from './catalogue/venues'
import { seedPostage } from './postage'
import { seedPromoCodes } from './promo-codes'
import { chooseBlocked, chooseSold } from './sales/choose-seats'
import { insertSales } from './sales/insert-sales'
import { openHouses, stageEvent } from './season'

/** What a person needs to try a seeded installation. Secrets are made up anew each time and stored hashed. */
export type SeedSummary = {
  signIns: SignIn[]
  /** Of the organizer below, with a manager's rights. */
  apiKey: string
  organizerSlug: string
}

/** True once there is an organizer: then the database is somebody's, and is left alone. */
export async function isSeeded(): Promise<boolean> {
  return (await prisma.organizer.count()) > 0
}

/**
 * Fills an empty database with a season: four organizers, five venues, 24 events and their performances, partly sold
 * at the box office, and people to sign in as. Goes through the commands that organizers use. Throws on a database
 * that is not empty; should it break off half-way, start over with an empty one.
 */
export async function seedDatabase(now = new Date()): Promise<SeedSummary> {
  if (await isSeeded()) throw new Error('The database has organizers already; it is not seeded twice.')
  const organizerIds = await seedOrganizers(ORGANIZERS)
  await seedPostage(Object.values(organizerIds))
  await seedPromoCodes(organizerIds)
  const houses = await openHouses(VENUES, organizerIds)
  for (const event of EVENTS) {
    const performanceIds = await stageEvent(event, houses[event.venue], now)
    for (const [at, performanceId] of performanceIds.entries()) await sellSome(event, at, performanceId, now)
  }
  // Bulk changes leave the planner with no idea of what is there.
  await pool.query("SET statement_timeout = '60s'; ANALYZE; RESET statement_timeout")
  const signIns = await seedPeople(Object.values(organizerIds))
  return { signIns, apiKey: await seedApiKey(organizerIds.halcyon), organizerSlug: ORGANIZERS.halcyon.slug }
}

/** Keeps a few house seats back and sells the share of the rest that the catalogue asks for. */
async function sellSome(event: CatalogueEvent, at: number, performanceId: string, now: Date): Promise<void> {
  const facts = await findSaleFacts(performanceId)
  const map = facts && (await findSeatMap(facts.seatMapId))
  if (!facts || !map) throw new Error(`${event.slug} was not published`)
  const random = makeRandom(`${event.slug}/${at}`)
  const blocked = chooseBlocked(map, random)
  // Without a SeatChange: nobody looks at the map yet.
  await prisma.performanceSeat.updateMany({
    where: { performanceId, seatIndex: { in: blocked } },
    data: { status: 'blocked' },
  })
  const parties = chooseSold(map, event.performances[at]?.sell ?? 0, new Set(blocked), random)
  await insertSales({ facts, map, parties, random, now })
}
