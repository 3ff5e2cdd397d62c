import { isId } from '@/lib/platform/ids'
import type { PosterFacts } from './types'

/** Where a page of events ended: how well its last event fits the search (0 best), its next performance, its id. */
export type EventCursor = { rank: number; nextAt: Date; id: string }

/** A cursor as text, opaque to clients. */
export function encodeCursor({ rank, nextAt, id }: EventCursor): string {
  return Buffer.from(`${rank}.${nextAt.getTime()}.${id}`).toString('base64url')
}

/** The cursor of a text, or null where it is not one of ours. */
export function decodeCursor(text: string): EventCursor | null {
  const match = /^(\d{1,3})\.(\d{1,15})\.(.+)$/.exec(Buffer.from(text, 'base64url').toString())
  const nextAt = new Date(Number(match?.[2]))
  if (!match?.[3] || !isId(match[3]) || Number.isNaN(nextAt.getTime())) return null
  return { rank: Number(match[1]), nextAt, id: match[3] }
}

const MAX_SLUG_LENGTH = 60

/**
 * A title as it stands in an address: lower-case ASCII words joined by `-`, accents dropped. Empty for a title
 * without a Latin letter or a digit.
 */
export function makeSlug(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .replaceAll('ł', 'l')
    .match(/[a-z0-9]+/g)
  return (words ?? []).join('-').slice(0, MAX_SLUG_LENGTH).replace(/-+$/, '')
}

/** True for what can be an event's address; nothing else is asked of the database. */
export function isSlug(text: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && text.length <= 2 * MAX_SLUG_LENGTH
}

/** The text as Postgres can be asked for it: without NUL and other control characters. */
export function dropControls(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ').trim()
}

/** The line of dates on a poster, as the venue's calendar has them: `12 December 2026`, `3 – 7 January 2027`. */
export function writeDateLine({
  firstAt,
  lastAt,
  timezone,
  locale = 'en-GB',
}: {
  firstAt: Date
  lastAt: Date
  timezone: string
  locale?: string
}) {
  const format = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: timezone,
  })
  return format.formatRange(firstAt, lastAt).replace(/[\u2009\u00a0]/g, ' ')
}

/** What an event's poster is drawn from. */
export function toPosterInput({ slug, title, subtitle, category, venue, firstAt, lastAt }: PosterFacts) {
  return {
    ...{ seed: slug, title, subtitle: subtitle ?? undefined, category },
    dateLine: writeDateLine({ firstAt, lastAt, timezone: venue.timezone }),
    venueLine: venue.name.includes(venue.city) ? venue.name : `${venue.name}, ${venue.city}`,
  }
}
