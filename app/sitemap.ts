import type { MetadataRoute } from 'next'
import { listAddresses } from '@/lib/events/coming/queries'
import { env } from '@/lib/platform/env'

export const dynamic = 'force-dynamic'

/** The front page, every event that is to come, who plays, and who presents it. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const { events, artists, organizers } = await listAddresses()
  return [
    { url: `${env.APP_URL}/`, changeFrequency: 'hourly', priority: 1 },
    ...events.map((slug) => ({
      ...{ url: `${env.APP_URL}/events/${slug}`, priority: 0.8 },
      images: [`${env.APP_URL}/events/${slug}/share-card`],
    })),
    ...artists.map((slug) => ({
      ...{ url: `${env.APP_URL}/artists/${slug}`, priority: 0.6 },
      images: [`${env.APP_URL}/artists/${slug}/share-card`],
    })),
    ...organizers.map((slug) => ({ url: `${env.APP_URL}/organizers/${slug}`, priority: 0.5 })),
  ]
}
