import type { EventDetail, PerformanceSummary } from '@/lib/events/types'
import { decimalsOf } from '@/lib/platform/money'
import { toOffsetIso } from '@/lib/platform/time'

/** How long an evening is when nobody said. */
const USUAL_MINUTES = 150

/**
 * The event as schema.org has it (JSON-LD), an `Event` for each performance that is not over, with its price and
 * whether it can be bought. `origin`: of this site, without a slash at the end.
 */
export function describeEvent(event: EventDetail, origin: string): object[] {
  return event.performances
    .filter(({ status }) => status !== 'past')
    .map((performance) => describePerformance(event, performance, origin))
}

function describePerformance(event: EventDetail, performance: PerformanceSummary, origin: string): object {
  const { startsAt, doorsAt, status, venue } = performance
  const page = `${origin}/events/${event.slug}`
  const endsAt = new Date(startsAt.getTime() + USUAL_MINUTES * 60_000)
  return {
    '@context': 'https://schema.org',
    '@type': TYPES[event.category] ?? 'Event',
    '@id': `${page}#${performance.id}`,
    name: event.title,
    description: event.description,
    url: page,
    image: [`${page}/share-card`],
    startDate: toOffsetIso(startsAt, venue.timezone),
    endDate: toOffsetIso(endsAt, venue.timezone),
    ...(doorsAt ? { doorTime: toOffsetIso(doorsAt, venue.timezone) } : {}),
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    eventStatus: `https://schema.org/${status === 'cancelled' ? 'EventCancelled' : 'EventScheduled'}`,
    location: {
      '@type': 'Place',
      name: venue.name,
      address: {
        '@type': 'PostalAddress',
        ...(venue.address ? { streetAddress: venue.address } : {}),
        addressLocality: venue.city,
        addressCountry: venue.country,
      },
    },
    organizer: {
      '@type': 'Organization',
      name: event.organizer.name,
      url: `${origin}/organizers/${event.organizer.slug}`,
    },
    ...(event.artists.length > 0 ? { performer: describeArtists(event, origin) } : {}),
    offers: describeOffer(performance, origin),
  }
}

/** Whether one person or many, nobody said: a group it is, as the vocabulary has it for who performs. */
function describeArtists({ artists, category }: EventDetail, origin: string) {
  const type = category === 'sport' ? 'SportsTeam' : 'PerformingGroup'
  return artists.map(({ slug, name }) => ({ '@type': type, name, url: `${origin}/artists/${slug}` }))
}

function describeOffer(
  { id, priceFrom, onSaleAt, status, availability, venue }: PerformanceSummary,
  origin: string,
) {
  const isAhead = status === 'scheduled' && onSaleAt
  const standing = STANDING[availability]
  return {
    '@type': 'Offer',
    url: `${origin}/performances/${id}`,
    price: toDecimal(priceFrom),
    priceCurrency: priceFrom.currency,
    availability: `https://schema.org/${status === 'cancelled' ? 'Discontinued' : standing}`,
    ...(isAhead ? { validFrom: toOffsetIso(onSaleAt, venue.timezone) } : {}),
  }
}

const STANDING = {
  on_sale: 'InStock',
  few_left: 'LimitedAvailability',
  not_yet: 'PreOrder',
  sold_out: 'SoldOut',
  past: 'Discontinued',
} as const

const TYPES: Record<string, string> = {
  concert: 'MusicEvent',
  classical: 'MusicEvent',
  club: 'MusicEvent',
  theatre: 'TheaterEvent',
  comedy: 'ComedyEvent',
  sport: 'SportsEvent',
}

/** `45.00`, `4500` for a currency without decimals: a point, no sign, no thousands. */
function toDecimal({ amount, currency }: PerformanceSummary['priceFrom']): string {
  const digits = decimalsOf(currency)
  return (amount / 10 ** digits).toFixed(digits)
}

/** The facts as the text of a script: nothing in it can end the script early. */
export function toJsonLd(facts: object[]): string {
  return JSON.stringify(facts.length === 1 ? facts[0] : facts).replace(/</g, '\\u003c')
}
