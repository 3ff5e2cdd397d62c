import type { MetadataRoute } from 'next'
import { listAddresses } from '@/lib/events/organizers/queries'
import { env } from '@/lib/platform/env'

export const dynamic = 'force-dynamic'

/** The front page, every event that is to come, and who presents it. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const { events, organizers } = await listAddresses()
  return [
    { url: `${env.APP_URL}/`, changeFrequency: 'hourly', priority: 1 },
    ...events.map((slug) => ({
      ...{ url: `${env.APP_URL}/events/${slug}`, priority: 0.8 },
      images: [`${env.APP_URL}/events/${slug}/share-card`],
    })),
    ...organizers.map((slug) => ({ url: `${env.APP_URL}/organizers/${slug}`, priority: 0.5 })),
  ]
}
