import { createHash } from 'node:crypto'
import { renderShareCard, type ShareCard } from '@/lib/delivery/documents/share-card'
import { documentCopy } from '@/lib/delivery/words/next-intl'
import { formatTime } from '@/lib/delivery/words/rules'
import { findPlaybill } from '@/lib/events/artists/queries'
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

/** The picture a link to an artist is shared with: their next dates, beside the poster of the first; null where there is none. */
export async function findArtistCard(slug: string): Promise<SharePicture | null> {
  return (await artistCards.get([slug])).get(slug) ?? null
}

/** Drawing is a burst of CPU: once somebody shares a link, a crowd asks for the same one. */
const keepCards = (findCard: (slug: string) => Promise<ShareCard | null>) =>
  keepRecent<SharePicture>({
    ...{ maxAgeMs: 300_000, maxStaleMs: 3_600_000, maxEntries: 60 },
    load: (slugs) => draw(slugs, findCard),
  })

const cards = keepCards(async (slug) => {
  const facts = await findPosterFacts(slug)
  return facts && toCard(facts)
})
const artistCards = keepCards(findArtistWords)

async function draw(slugs: string[], findCard: (slug: string) => Promise<ShareCard | null>) {
  const drawn = new Map<string, SharePicture>()
  for (const slug of slugs) {
    const card = await findCard(slug)
    if (!card) continue
    const bytes = await renderShareCard(card)
    drawn.set(slug, { bytes, etag: createHash('sha256').update(bytes).digest('base64url').slice(0, 16) })
  }
  return drawn
}

async function findArtistWords(slug: string): Promise<ShareCard | null> {
  const bill = await findPlaybill(slug)
  const facts = bill?.eventSlug ? await findPosterFacts(bill.eventSlug) : null
  if (!bill || !facts) return null
  const lines = bill.dates.map(({ startsAt, venue }) => {
    const day = writeDateLine({ firstAt: startsAt, lastAt: startsAt, timezone: venue.timezone })
    return `${day}, ${venue.city}`
  })
  const subtitle = facts.title.includes(bill.name) ? null : facts.title
  return { ...drawnBeside(facts), title: bill.name, subtitle, lines }
}

function toCard(facts: PosterFacts): ShareCard {
  const { title, subtitle, venue, firstAt, lastAt } = facts
  const dates = writeDateLine({ firstAt, lastAt, timezone: venue.timezone })
  const isOnce = firstAt.getTime() === lastAt.getTime()
  const time = isOnce
    ? `, ${formatTime(firstAt.toISOString(), { country: '', timezone: venue.timezone })}`
    : ''
  const place = venue.name.includes(venue.city) ? venue.name : `${venue.name}, ${venue.city}`
  return {
    ...{ title, subtitle, lines: [`${dates}${time}`, place] },
    ...drawnBeside(facts),
  }
}

function drawnBeside(facts: PosterFacts) {
  return { brand: documentCopy()('brand'), poster: drawPoster(toPosterInput(facts)) }
}
