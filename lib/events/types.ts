import type { Money } from '@/lib/platform/money'
import type { DayWish, DayWords } from './days/types'

/**
 * What a performance is to a fan at a moment, decided by `decideStatus`: `scheduled` is published but not yet on
 * sale; `sold_out` has no seat that is free or could come back from a hold; `past` has begun.
 */
export type PerformanceStatus = 'draft' | 'scheduled' | 'on_sale' | 'sold_out' | 'past' | 'cancelled'

/** How an event or a performance stands, for a badge. `few_left`: at most a tenth of what was ever for sale. */
export type Availability = 'on_sale' | 'not_yet' | 'few_left' | 'sold_out' | 'past'

/** A performance's seats by state; `held` counts only holds that have not ended. */
export type SeatCounts = { free: number; held: number; sold: number; blocked: number }

export type OrganizerName = { slug: string; name: string }

/** Who plays: one for all organizers, at `/artists/<slug>`. */
export type ArtistName = { slug: string; name: string }

export type VenueSummary = { name: string; city: string; timezone: string }

export type VenueDetail = VenueSummary & { id: string; country: string; address: string | null }

/** What every view of an event says of it. */
export type EventHead = {
  id: string
  slug: string
  title: string
  subtitle: string | null
  category: string
  /** An image of the organizer's own; null: the poster at `/events/<slug>/poster`. */
  imageUrl: string | null
}

/** One event in a list. Times are moments; show them in `venue.timezone`. */
export type EventCard = EventHead & {
  organizer: OrganizerName
  /** Who plays, as the organizer ordered them; nobody where nobody was named. */
  artists: ArtistName[]
  /** Where the next performance is. */
  venue: VenueSummary
  nextPerformanceAt: Date
  /** Upcoming performances (within the filter, in a filtered list). */
  performanceCount: number
  /** The lowest price of any visitor, all-in, in the currency of the next performance. */
  priceFrom: Money
  availability: Availability
  /** When sales begin, for `not_yet`; else null. */
  onSaleAt: Date | null
}

/** A performance on its event's page. */
export type PerformanceSummary = {
  id: string
  startsAt: Date
  doorsAt: Date | null
  /** Null: on sale since it was published. */
  onSaleAt: Date | null
  status: PerformanceStatus
  availability: Availability
  priceFrom: Money
  /** Free seats of those ever for sale, 0…1. */
  freeShare: number
  seatCount: number
  venue: VenueDetail
}

export type EventDetail = EventHead & {
  description: string
  organizer: OrganizerName
  /** Who plays, as the organizer ordered them. */
  artists: ArtistName[]
  /** All published performances, past and cancelled ones too, by time. */
  performances: PerformanceSummary[]
  /** Of the upcoming performances; `past` when there are none. */
  availability: Availability
  /** Of the upcoming performances (of all when none is), the lowest; null for an event without performances. */
  priceFrom: Money | null
  nextPerformanceAt: Date | null
}

/** What one kind of visitor pays for a seat, all-in. The first of a category is the one a bare click takes. */
export type TicketTypePrice = { id: string; name: string; price: Money }

export type CategoryPrices = {
  category: { id: string; name: string; color: string; index: number }
  ticketTypes: TicketTypePrice[]
}

/** `GET /performances/{id}` and what its page needs. */
export type PerformanceDetail = {
  id: string
  event: EventHead
  organizer: OrganizerName
  venue: VenueDetail
  startsAt: Date
  doorsAt: Date | null
  onSaleAt: Date | null
  status: PerformanceStatus
  availability: Availability
  seatMapId: string
  seatCount: number
  currency: string
  maxSeats: number
  holdMinutes: number
  prices: CategoryPrices[]
}

/** What a claim must know of a performance. Amounts are minor units of `currency`. */
export type SaleFacts = {
  performanceId: string
  eventId: string
  seatMapId: string
  status: 'published' | 'cancelled'
  onSaleAt: Date | null
  startsAt: Date
  currency: string
  timezone: string
  /** By category, then position; position 0 is the default of its category. */
  ticketTypes: SaleTicketType[]
}

export type SaleTicketType = {
  id: string
  categoryIndex: number
  name: string
  position: number
  amount: number
}

/** What a list of events can be narrowed to. */
export type EventFilter = {
  /** Words to look for; days among them are understood in `languages`. */
  query?: string
  languages?: readonly DayWords[]
  city?: string
  category?: string
  /** The organizer's slug. */
  organizer?: string
  /** Days as the venue's calendar has them. Those of `query` give way to it. */
  day?: DayWish
  /** From this moment (never before now). */
  from?: Date
  /** Up to, and without, this moment. */
  to?: Date
  cursor?: string
  limit?: number
}

/** A filter's choice and how many upcoming events it has. */
export type CityChoice = { city: string; country: string; eventCount: number }
export type ArtistChoice = ArtistName & { eventCount: number }
export type CategoryChoice = { category: string; eventCount: number }

/** What an event's poster says: its words, where it (first) is, and from when to when. */
export type PosterFacts = {
  slug: string
  title: string
  subtitle: string | null
  category: string
  venue: VenueSummary
  firstAt: Date
  lastAt: Date
}

/** An event as its organizer sees it. */
export type OwnEvent = EventHead & {
  description: string
  /** Who plays, by name. */
  artists: string[]
  createdAt: Date
  performances: {
    id: string
    startsAt: Date
    status: 'draft' | 'published' | 'cancelled'
    timezone: string
  }[]
}
