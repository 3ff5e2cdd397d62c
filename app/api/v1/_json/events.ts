import { z } from 'zod'
import type { EventCard, EventDetail, OwnEvent } from '@/lib/events/types'
import { idField, momentField, moneyField } from '@/lib/platform/endpoint-fields'
import { env } from '@/lib/platform/env'
import { toOffsetIso } from '@/lib/platform/time'

const organizerField = z.strictObject({ slug: z.string(), name: z.string() })
const artistField = z.strictObject({ slug: z.string(), name: z.string() })
const placeField = z.strictObject({ name: z.string(), city: z.string() })

const cardShape = {
  id: idField,
  slug: z.string(),
  title: z.string(),
  category: z.string(),
  imageUrl: z.url().meta({ description: "The organizer's image, or the poster drawn for the event (SVG)." }),
  organizer: organizerField,
  performanceCount: z.int().meta({ description: 'Upcoming ones.' }),
}

export const eventCardField = z
  .strictObject({
    ...cardShape,
    venue: placeField.meta({ description: 'Of the next performance.' }),
    nextPerformanceAt: momentField,
    priceFrom: moneyField.meta({ description: 'The lowest price, all-in.' }),
  })
  .meta({ id: 'EventCard' })

export const eventField = z
  .strictObject({
    ...cardShape,
    venue: placeField.nullable(),
    nextPerformanceAt: momentField.nullable(),
    priceFrom: moneyField.nullable(),
    description: z.string(),
    artists: z.array(artistField).meta({ description: 'Who plays, the first named first; may be empty.' }),
    performances: z.array(
      z.strictObject({
        id: idField,
        startsAt: momentField,
        doorsAt: momentField.nullable(),
        status: z.enum(['scheduled', 'on_sale', 'sold_out', 'past', 'cancelled']),
      }),
    ),
  })
  .meta({ id: 'Event' })

export const ownEventField = z
  .strictObject({
    id: idField,
    slug: z.string(),
    title: z.string(),
    subtitle: z.string().nullable(),
    description: z.string(),
    category: z.string(),
    imageUrl: z.url().nullable(),
    artists: z.array(z.string()).meta({ description: 'Who plays, spelled as first heard of; may be empty.' }),
    createdAt: momentField,
    performances: z.array(
      z.strictObject({
        id: idField,
        startsAt: momentField,
        status: z.enum(['draft', 'published', 'cancelled']),
      }),
    ),
  })
  .meta({ id: 'OwnEvent' })

/** An event in the catalogue's list. */
export function toEventCardJson(event: EventCard): z.input<typeof eventCardField> {
  const { id, slug, title, category, organizer, venue, nextPerformanceAt, performanceCount, priceFrom } =
    event
  return {
    ...{ id, slug, title, category, imageUrl: imageUrlOf(event), performanceCount, priceFrom },
    organizer: { slug: organizer.slug, name: organizer.name },
    venue: { name: venue.name, city: venue.city },
    nextPerformanceAt: toOffsetIso(nextPerformanceAt, venue.timezone),
  }
}

/** An event with its performances. */
export function toEventJson(event: EventDetail): z.input<typeof eventField> {
  const { id, slug, title, category, organizer, description, nextPerformanceAt, priceFrom } = event
  const next = event.performances.find(({ startsAt }) => startsAt.getTime() === nextPerformanceAt?.getTime())
  const venue = (next ?? event.performances[0])?.venue ?? null
  return {
    ...{ id, slug, title, category, imageUrl: imageUrlOf(event), description, priceFrom },
    organizer: { slug: organizer.slug, name: organizer.name },
    venue: venue && { name: venue.name, city: venue.city },
    nextPerformanceAt: nextPerformanceAt && toOffsetIso(nextPerformanceAt, venue?.timezone),
    performanceCount: event.performances.filter(isUpcoming).length,
    artists: event.artists.map(({ slug, name }) => ({ slug, name })),
    performances: event.performances.map(({ id, startsAt, doorsAt, status, venue }) => ({
      id,
      startsAt: toOffsetIso(startsAt, venue.timezone),
      doorsAt: doorsAt && toOffsetIso(doorsAt, venue.timezone),
      status: status === 'draft' ? 'scheduled' : status,
    })),
  }
}

/** An event as its organizer sees it. */
export function toOwnEventJson({
  createdAt,
  performances,
  ...event
}: OwnEvent): z.input<typeof ownEventField> {
  const { id, slug, title, subtitle, description, category, imageUrl, artists } = event
  return {
    ...{ id, slug, title, subtitle, description, category, imageUrl, artists },
    createdAt: toOffsetIso(createdAt),
    performances: performances.map(({ id, startsAt, status, timezone }) => ({
      ...{ id, status, startsAt: toOffsetIso(startsAt, timezone) },
    })),
  }
}

function isUpcoming({ status }: { status: string }): boolean {
  return status !== 'past' && status !== 'cancelled'
}

function imageUrlOf({ slug, imageUrl }: { slug: string; imageUrl: string | null }): string {
  return new URL(imageUrl ?? `/events/${slug}/poster`, env.APP_URL).href
}
