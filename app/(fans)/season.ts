import { listPlaying } from '@/lib/events/artists/queries'
import { listAnnounced, listLastSeats, listOnSaleSoon } from '@/lib/events/cards/queries'
import { findEvents } from '@/lib/events/finding/queries'
import type { ArtistChoice, EventCard } from '@/lib/events/types'
import { keepRecent } from '@/lib/platform/keep-recent'
import type { Page } from '@/lib/platform/page'

const SHELF = 4
const PROGRAMME = 16
const ARTISTS = 12

/** What the front page sells. No event stands on two shelves; the programme has them all. */
export type Season = {
  /** The one big poster; null while nothing is to come. */
  lead: EventCard | null
  soon: { when: 'tonight' | 'weekend' | 'next'; items: EventCard[] }
  lastSeats: EventCard[]
  announced: EventCard[]
  onSaleSoon: EventCard[]
  programme: Page<EventCard>
  /** Who plays next. */
  playing: ArtistChoice[]
}

/** The front page is everybody's: a crowd costs one reading in five seconds. */
const recent = keepRecent<Season>({
  ...{ maxAgeMs: 5_000, maxStaleMs: 15_000, maxEntries: 1 },
  load: async ([key = '']) => new Map([[key, await readNow(new Date())]]),
})

/** The front page, with availability as it is, a few seconds old at most while anybody looks. */
export async function readSeason(): Promise<Season> {
  return (await recent.get(['season'])).get('season') ?? readNow(new Date())
}

async function readNow(now: Date): Promise<Season> {
  const during = (kind: 'tonight' | 'weekend') => findEvents({ day: { kind }, limit: SHELF + 1 }, now)
  const [tonight, weekend, lastSeats, announced, onSaleSoon, programme, playing] = await Promise.all([
    during('tonight'),
    during('weekend'),
    listLastSeats(2 * SHELF, now),
    listAnnounced(4 * SHELF, now),
    listOnSaleSoon(SHELF, now),
    findEvents({ limit: PROGRAMME }, now),
    listPlaying(ARTISTS, now),
  ])
  const full = [
    { when: 'tonight' as const, items: tonight.items },
    { when: 'weekend' as const, items: weekend.items },
  ]
  const soon = full.find(({ items }) => items.length >= SHELF) ?? {
    when: 'next' as const,
    items: programme.items,
  }
  return arrange({ soon, lastSeats, announced, onSaleSoon, programme, playing })
}

type Choice = Omit<Season, 'lead'>

/** Gives every event one place: the lead first, then shelf by shelf. */
export function arrange({ soon, programme, playing, ...shelves }: Choice): Season {
  const buyable = (event: EventCard) => event.availability === 'on_sale' || event.availability === 'few_left'
  const lead = [...soon.items, ...programme.items].find(buyable) ?? programme.items[0] ?? null
  const taken = new Set(lead ? [lead.id] : [])
  const shelve = (events: readonly EventCard[]) => {
    const items = events.filter(({ id }) => !taken.has(id)).slice(0, SHELF)
    for (const { id } of items) taken.add(id)
    return items
  }
  return {
    lead,
    soon: { when: soon.when, items: shelve(soon.items) },
    lastSeats: shelve(shelves.lastSeats),
    onSaleSoon: shelve(shelves.onSaleSoon),
    announced: shelve(shelves.announced),
    ...{ programme, playing },
  }
}
