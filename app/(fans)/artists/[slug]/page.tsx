import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { currentUser } from '@/lib/accounts/session'
import { findArtist, listDates, listPlayed } from '@/lib/events/artists/queries'
import { isFollowing } from '@/lib/events/follows/queries'
import { env } from '@/lib/platform/env'
import { ArtistView } from './_components/artist-view'

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ cursor?: string | string[] }> }

const PLAYED = 24

/** Head and page read the same artist once. */
const find = cache((slug: string) => findArtist(slug))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const artist = await find((await params).slug)
  if (!artist) return {}
  const t = await getTranslations('finding.artist')
  const url = `${env.APP_URL}/artists/${artist.slug}`
  const { name: title } = artist
  const description = t('description', { name: title })
  const locale = await getLocale()
  const images = [{ url: `${url}/share-card?lang=${locale}`, width: 1200, height: 630, alt: title }]
  const feed = `${url}/feed.xml?lang=${locale}`
  return {
    ...{ title, description },
    alternates: { canonical: url, types: { 'application/rss+xml': feed } },
    openGraph: { type: 'website', title, description, url, images },
    twitter: { card: 'summary_large_image', title, description, images },
  }
}

/** Who plays, where they are to be seen next, and where they were. */
export default async function ArtistPage({ params, searchParams }: Props) {
  const artist = await find((await params).slug)
  if (!artist) notFound()
  const cursor = [(await searchParams).cursor].flat()[0]
  const [dates, played, user] = await Promise.all([
    listDates(artist.id, { cursor, limit: 40 }),
    cursor ? [] : listPlayed(artist.id, PLAYED),
    currentUser(),
  ])
  const following = user && (await isFollowing(user.id, { artistId: artist.id }))
  return <ArtistView artist={artist} dates={dates} played={played} following={following} />
}
