import type { Page } from '@/lib/platform/page'
import type { DayWish } from '../days/types'
import type { EventCard } from '../types'

/** A word that is nowhere in the season, and the words of it that were searched for instead. */
export type Correction = { typed: string; meant: string[] }

/** A page of what was found, and how the search was read. */
export type Finding = Page<EventCard> & {
  day: DayWish | null
  corrections: Correction[]
}

/** What was left out to find something after all: the days, the place or kind, the words, or everything. */
export type Dropped = 'days' | 'place' | 'words' | 'all'

/** Where a search without a result leads. */
export type WayOn = { dropped: Dropped; items: EventCard[] }

/** A word to look for: any of the patterns will do; those of `beginnings` fit better. */
export type Term = { patterns: string[]; beginnings: string[] }
