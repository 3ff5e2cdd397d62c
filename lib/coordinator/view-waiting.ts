import { findPerformance } from '@/lib/events/performances/queries'
import { findCategories, findSeatMap } from '@/lib/events/seat-maps/queries'
import type { PerformanceDetail } from '@/lib/events/types'
import { readSnapshot } from '@/lib/realtime/snapshots/queries'
import {
  countWaiting,
  findEntriesOf,
  findEntry,
  findEntryById,
  type WaitingRow,
} from '@/lib/reservations/waiting-list/queries'
import { countFree } from '@/lib/reservations/waiting-list/rules'
import type { WaitingChoice, WaitingView } from '@/lib/reservations/waiting-list/types'

const DAY_MS = 86_400_000

/**
 * What can be waited for at a performance, with how many seats anyone can have now and how many people wait; null for
 * one that nobody may see.
 */
export async function viewWaitingChoice(performanceId: string): Promise<WaitingChoice | null> {
  const performance = await findPerformance(performanceId)
  if (!performance) return null
  const [map, snapshot, waiting] = await Promise.all([
    findSeatMap(performance.seatMapId),
    readSnapshot(performance.id),
    countWaiting(performance.id),
  ])
  const free = map && snapshot ? countFree(map, snapshot.states) : new Map<number, number>()
  return {
    ...placeOf(performance),
    performanceId: performance.id,
    isOpen: performance.status === 'on_sale' || performance.status === 'sold_out',
    categories: performance.prices.flatMap(({ category, ticketTypes: [first] }) =>
      first
        ? [
            {
              ...{ category: category.index, name: category.name, color: category.color },
              ...{ fromPrice: first.price, freeSeats: free.get(category.index) ?? 0 },
              waiting: waiting.get(category.index) ?? 0,
            },
          ]
        : [],
    ),
  }
}

/** A place in a line by the key of its link; null for any other text. */
export async function viewWaitingEntry(key: string): Promise<WaitingView | null> {
  const entry = await findEntry(key)
  return entry && toView(entry)
}

/** The same for jobs, by its id. */
export async function viewWaitingEntryById(id: string): Promise<WaitingView | null> {
  const entry = await findEntryById(id)
  return entry && toView(entry)
}

/** Where an account waits, and waited in the last thirty days; the newest first. */
export async function listWaitingEntries(userId: string, now = new Date()): Promise<WaitingView[]> {
  const entries = await findEntriesOf(userId, new Date(now.getTime() - 30 * DAY_MS))
  const views = await Promise.all(entries.map(toView))
  return views.filter((view) => view !== null)
}

async function toView(entry: WaitingRow): Promise<WaitingView | null> {
  const performance = await findPerformance(entry.performanceId)
  if (!performance) return null
  const { currency: _, seatMapId, ...facts } = entry
  const categories = await findCategories(seatMapId)
  return { ...facts, ...placeOf(performance), categoryName: categories[entry.category]?.name ?? '' }
}

function placeOf({ event, organizer, venue, startsAt, doorsAt }: PerformanceDetail) {
  const { slug, title, imageUrl } = event
  const { name, city, country, timezone, address } = venue
  return {
    event: { slug, title, imageUrl },
    organizer: { name: organizer.name },
    venue: { name, city, country, timezone, address },
    ...{ startsAt, doorsAt },
  }
}
