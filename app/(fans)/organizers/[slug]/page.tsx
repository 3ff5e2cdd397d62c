import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { currentUser } from '@/lib/accounts/session'
import { findEvents } from '@/lib/events/finding/queries'
import { isFollowing } from '@/lib/events/follows/queries'
import { findOrganizer } from '@/lib/events/organizers/queries'
import { env } from '@/lib/platform/env'
import { OrganizerView } from './_components/organizer-view'

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ cursor?: string | string[] }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const organizer = await findOrganizer((await params).slug)
  if (!organizer) return {}
  const t = await getTranslations('finding.organizer')
  const path = `/organizers/${organizer.slug}`
  return {
    title: organizer.name,
    description: t('description', { name: organizer.name }),
    alternates: {
      canonical: new URL(path, env.APP_URL),
      types: {
        'application/rss+xml': new URL(`${path}/feed.xml?lang=${await getLocale()}`, env.APP_URL).href,
      },
    },
  }
}

/** Who presents it, what of theirs is to come, and how to hear of more. */
export default async function OrganizerPage({ params, searchParams }: Props) {
  const organizer = await findOrganizer((await params).slug)
  if (!organizer) notFound()
  const cursor = [(await searchParams).cursor].flat()[0]
  const [events, user] = await Promise.all([
    findEvents({ organizer: organizer.slug, cursor, limit: 24 }),
    currentUser(),
  ])
  const following = user && (await isFollowing(user.id, { organizerId: organizer.id }))
  return <OrganizerView organizer={organizer} events={events} following={following} />
}
