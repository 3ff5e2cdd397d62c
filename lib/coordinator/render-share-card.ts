import { createHash } from 'node:crypto'
import { renderShareCard } from '@/lib/delivery/documents/share-card'
import { documentCopy } from '@/lib/delivery/words/next-intl'
import { formatTime } from '@/lib/delivery/words/rules'
import { drawPoster } from '@/lib/events/posters/draw-poster'
import { findPosterFacts } from '@/lib/events/queries'
import { toPosterInput, writeDateLine } from '@/lib/events/rules'
import type { PosterFacts } from '@/lib/events/types'
import { keepRecent } from '@/lib/platform/keep-recent'

export type SharePicture = { bytes: Buffer; etag: string }

/** The picture a link to an event is shared with; null for an event nobody may see. Kept for some minutes. */
export async function findShareCard(slug: string): Promise<SharePicture | null> {
  return (await cards.get([slug])).get(slug) ?? null
}

/** Drawing is a burst of CPU: once somebody shares a link, a crowd asks for the same one. */
const cards = keepRecent<SharePicture>({
  maxAgeMs: 300_000,
  maxStaleMs: 3_600_000,
  maxEntries: 60,
  load: draw,
})

async function draw(slugs: string[]): Promise<Map<string, SharePicture>> {
  const drawn = new Map<string, SharePicture>()
  for (const slug of slugs) {
    const facts = await findPosterFacts(slug)
    if (!facts) continue
    const bytes = await renderShareCard(toCard(facts))
    drawn.set(slug, { bytes, etag: createHash('sha256').update(bytes).digest('base64url').slice(0, 16) })
  }
  return drawn
}

function toCard(facts: PosterFacts) {
  const { title, subtitle, venue, firstAt, lastAt } = facts
  const dates = writeDateLine({ firstAt, lastAt, timezone: venue.timezone })
  const isOnce = firstAt.getTime() === lastAt.getTime()
  const time = isOnce
    ? `, ${formatTime(firstAt.toISOString(), { country: '', timezone: venue.timezone })}`
    : ''
  const place = venue.name.includes(venue.city) ? venue.name : `${venue.name}, ${venue.city}`
  return {
    ...{ title, subtitle, lines: [`${dates}${time}`, place], brand: documentCopy()('brand') },
    poster: drawPoster(toPosterInput(facts)),
  }
}
