import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { findEventBySlug } from '@/lib/events/queries'
import { posterOf } from '../../poster-of'
import { EventView } from './_components/event-view'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const event = await findEventBySlug((await params).slug)
  if (!event) return {}
  return {
    title: event.title,
    description: event.description.slice(0, 160),
    openGraph: { title: event.title, images: [posterOf(event).src] },
  }
}

export default async function EventPage({ params }: Props) {
  const event = await findEventBySlug((await params).slug)
  if (!event) notFound()
  return <EventView event={event} />
}
