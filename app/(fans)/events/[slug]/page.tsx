import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { cache } from 'react'
import { findEventBySlug } from '@/lib/events/queries'
import { env } from '@/lib/platform/env'
import { EventView } from './_components/event-view'
import { describeEvent, toJsonLd } from './describe-event'

type Props = { params: Promise<{ slug: string }> }

/** Head and page read the same event once. */
const findEvent = cache((slug: string) => findEventBySlug(slug))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const event = await findEvent((await params).slug)
  if (!event) return {}
  const url = `${env.APP_URL}/events/${event.slug}`
  const title = event.subtitle ? `${event.title}: ${event.subtitle}` : event.title
  const description = event.description.replace(/\s+/g, ' ').slice(0, 160)
  const images = [
    { url: `${url}/share-card?lang=${await getLocale()}`, width: 1200, height: 630, alt: event.title },
  ]
  return {
    title: event.title,
    description,
    alternates: { canonical: url },
    openGraph: { type: 'website', title, description, url, images },
    twitter: { card: 'summary_large_image', title, description, images },
  }
}

export default async function EventPage({ params }: Props) {
  const event = await findEvent((await params).slug)
  if (!event) notFound()
  return (
    <>
      <script type="application/ld+json">{toJsonLd(describeEvent(event, env.APP_URL))}</script>
      <EventView event={event} />
    </>
  )
}
