import type { PlanDraft } from '@/lib/seat-map/plan'

export type OrganizerKey = 'halcyon' | 'nordlicht' | 'eastline' | 'aoba'
export type VenueKey = 'theatre' | 'club' | 'arena' | 'stadium' | 'hall'
export type EventCategory =
  | 'concert'
  | 'theatre'
  | 'comedy'
  | 'classical'
  | 'sport'
  | 'family'
  | 'club'
  | 'talk'

export type CatalogueOrganizer = { slug: string; name: string }

export type CatalogueVenue = {
  organizer: OrganizerKey
  name: string
  city: string
  /** ISO 3166-1 alpha-2. */
  country: string
  /** IANA zone. */
  timezone: string
  address: string
  /** ISO 4217; everything in this house is sold in it. */
  currency: string
  drawSeatMap: () => PlanDraft
}

/** What one kind of visitor pays, all-in, in minor units of the venue's currency. The first is the usual one. */
export type TicketPrice = { name: string; amount: number }

/** By the name of the seat map's category, in the map's own order. */
export type PriceList = Readonly<Record<string, readonly TicketPrice[]>>

export type CataloguePerformance = {
  /** Days from today, in the venue's zone. */
  inDays: number
  /** Local time, `19:30`. */
  time: string
  /** The share of the seats that are sold, 0 to 1; 1 is sold out. */
  sell: number
  /** Where this one is priced differently: a matinee, say. */
  prices?: PriceList
}

export type CatalogueEvent = {
  slug: string
  title: string
  subtitle?: string
  category: EventCategory
  /** Who plays, all of them invented, the first named first. */
  artists: readonly string[]
  venue: VenueKey
  /** Paragraphs, with an empty line between them. */
  description: string
  /** Minutes between the doors and the start. */
  doorsMinutes: number
  /** Days from today on which sales begin, at 10:00 local; left out: on sale already. */
  onSaleInDays?: number
  prices: PriceList
  performances: readonly CataloguePerformance[]
}
