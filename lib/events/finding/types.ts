import type { Page } from '@/lib/platform/page'
import type { DayWish } from '../days/types'
import type { ArtistName, EventCard } from '../types'

/** A word that is nowhere in the season, and the words of it that were searched for instead. */
export type Correction = { typed: string; meant: string[] }

/** An artist who is called as was searched for: how many dates they have, and the next. `startsAt` is ISO 8601. */
export type ArtistHit = ArtistName & {
  dateCount: number
  next: { startsAt: string; city: string; timezone: string } | null
}

/** A page of what was found, and how the search was read. */
export type Finding = Page<EventCard> & {
  day: DayWish | null
  corrections: Correction[]
  /** On the first page of a search for words only. */
  artists: ArtistHit[]
}

/** What was left out to find something after all: the days, the place or kind, the words, or everything. */
export type Dropped = 'days' | 'place' | 'words' | 'all'

/** Where a search without a result leads. */
export type WayOn = { dropped: Dropped; items: EventCard[] }

/** A word to look for: any of the patterns will do; those of `beginnings` fit better. */
export type Term = { typed: string; patterns: string[]; beginnings: string[] }
