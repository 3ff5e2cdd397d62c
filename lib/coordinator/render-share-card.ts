import { createHash } from 'node:crypto'
import { renderShareCard, type ShareCard } from '@/lib/delivery/documents/share-card'
import { documentCopy } from '@/lib/delivery/words/next-intl'
import { formatTime } from '@/lib/delivery/words/rules'
import { findPlaybill } from '@/lib/events/artists/queries'
import { drawPoster } from '@/lib/events/posters/draw-poster'
import { findPosterFacts } from '@/lib/events/queries'
import { toPosterInput, writeDateLine } from '@/lib/events/rules'
import type { PosterFacts } from '@/lib/events/types'
import type { Locale } from '@/lib/i18n/locales'
import { readerLocale, writeIn } from '@/lib/i18n/reader-locale'
import { keepRecent } from '@/lib/platform/keep-recent'

export type SharePicture = { bytes: Buffer; etag: string }

/** The picture a link to an event is shared with, its date in `locale`; null for an event nobody may see. Kept for some minutes. */
export async function findShareCard(slug: string, locale: Locale): Promise<SharePicture | null> {
  const key = `${locale} ${slug}`
  return (await cards.get([key])).get(key) ?? null
}

/** The picture a link to an artist is shared with: their next dates, beside the poster of the first; null where there is none. */
export async function findArtistCard(slug: string, locale: Locale): Promise<SharePicture | null> {
  const key = `${locale} ${slug}`
  return (await artistCards.get([key])).get(key) ?? null
}

/** Drawing is a burst of CPU: once somebody shares a link, a crowd asks for the same one. */
const keepCards = (findCard: (slug: string) => Promise<ShareCard | null>) =>
  keepRecent<SharePicture>({
    ...{ maxAgeMs: 300_000, maxStaleMs: 3_600_000, maxEntries: 60 },
    load: (keys) => draw(keys, findCard),
  })

const cards = keepCards(async (slug) => {
  const facts = await findPosterFacts(slug)
  return facts && toCard(facts)
})
const artistCards = keepCards(findArtistWords)

/** A key is a language and a slug. */
async function draw(keys: string[], findCard: (slug: string) => Promise<ShareCard | null>) {
  const drawn = new Map<string, SharePicture>()
  for (const key of keys) {
    const [locale = '', ...slug] = key.split(' ')
    const card = await writeIn(locale, () => findCard(slug.join(' ')))
    if (!card) continue
    const bytes = await renderShareCard(card)
    drawn.set(key, { bytes, etag: createHash('sha256').update(bytes).digest('base64url').slice(0, 16) })
  }
  return drawn
}

async function findArtistWords(slug: string): Promise<ShareCard | null> {
  const bill = await findPlaybill(slug)
  const facts = bill?.eventSlug ? await findPosterFacts(bill.eventSlug) : null
  if (!bill || !facts) return null
  const lines = bill.dates.map(({ startsAt, venue }) => {
    const day = sayDates({ firstAt: startsAt, lastAt: startsAt, venue })
    return `${day}, ${venue.city}`
  })
  const subtitle = facts.title.includes(bill.name) ? null : facts.title
  return { ...drawnBeside(facts), title: bill.name, subtitle, lines }
}

function toCard(facts: PosterFacts): ShareCard {
  const { title, subtitle, venue, firstAt, lastAt } = facts
  const dates = sayDates(facts)
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

/** In the reader's language; the poster itself is one print for all. */
function sayDates({
  firstAt,
  lastAt,
  venue,
}: Pick<PosterFacts, 'firstAt' | 'lastAt'> & { venue: { timezone: string } }) {
  const locale = readerLocale()
  const spelling = locale === 'en' ? undefined : locale
  return writeDateLine({ firstAt, lastAt, timezone: venue.timezone, locale: spelling })
}

function drawnBeside(facts: PosterFacts) {
  return { brand: documentCopy()('brand'), poster: drawPoster(toPosterInput(facts)) }
}
