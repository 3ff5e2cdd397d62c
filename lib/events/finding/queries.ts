import { Prisma, prisma } from '@/lib/platform/db'
import { cutPage, pageSize } from '@/lib/platform/page'
import { drawCards, MATCH_COLUMNS, type MatchRow } from '../cards/queries'
import { readWish } from '../day-words/rules'
import { daysOnEarth, momentsAround, spanOf } from '../days/rules'
import type { DayWish } from '../days/types'
import { decodeCursor, dropControls, encodeCursor } from '../rules'
import type { EventFilter } from '../types'
import { beginsPattern, containsPattern, nearestWords, searchWords, slipsAllowed } from './rules'
import type { ArtistHit, Correction, Dropped, Finding, Term, WayOn } from './types'

/**
 * Events with an upcoming performance that fits the filter, one page: those that fit the words best first, then the
 * soonest. All words must fit, in title, subtitle, category, artists, organizer, venue or city; a word that is nowhere in
 * the season counts as the nearest ones that are. Artists whose name has all the words come with the first page. Pages are cut by (rank, next performance, id), so that none is lost or
 * repeated while others are added. A cursor that is not ours starts anew.
 */
export async function findEvents(filter: EventFilter = {}, now = new Date()): Promise<Finding> {
  const read = readWish(filter.query ?? '', filter.languages ?? [])
  const found = await find({ ...filter, query: read.rest, day: filter.day ?? read.wish ?? undefined }, now)
  if (found.items.length > 0 || !read.wish) return found
  // `Tonight We Sing` is a title as well.
  const literal = await find(filter, now)
  return literal.items.length > 0 || literal.artists.length > 0 ? literal : found
}

async function find(filter: EventFilter, now: Date): Promise<Finding> {
  const size = pageSize(filter.limit)
  const { terms, corrections } = await readTerms(searchWords(filter.query ?? ''), now)
  const [matches, artists] = await Promise.all([
    findMatches(filter, terms, size + 1, now),
    filter.cursor ? [] : findArtists(terms, now),
  ])
  const { items, nextCursor } = cutPage(matches, size, encodeCursor)
  return { items: await drawCards(items, now), nextCursor, day: filter.day ?? null, corrections, artists }
}

/**
 * Where a search without a result leads: the first that finds something of other days, any place and kind, fewer
 * words, and simply what comes next. Null where nothing is to come at all.
 */
export async function findWayOn(filter: EventFilter, limit: number, now = new Date()): Promise<WayOn | null> {
  const { wish, rest } = readWish(filter.query ?? '', filter.languages ?? [])
  const day = filter.day ?? wish ?? undefined
  const asked: EventFilter = { ...filter, query: rest, day, cursor: undefined, limit }
  const anyDay: EventFilter = { ...asked, day: undefined, from: undefined, to: undefined }
  const anywhere: EventFilter = { ...anyDay, city: undefined, category: undefined }
  const known = (await keepUpcoming(searchWords(rest), now)).join(' ')
  const tries: [Dropped, EventFilter | false][] = [
    ['days', Boolean(day || filter.from || filter.to) && anyDay],
    ['place', Boolean(filter.city || filter.category) && anywhere],
    ['words', known !== '' && { ...asked, query: known }],
    ['words', known !== '' && { ...anywhere, query: known }],
    ['words', rest !== '' && Boolean(day || filter.city || filter.category) && { ...asked, query: '' }],
    ['all', { limit }],
  ]
  for (const [dropped, narrowed] of tries) {
    const { items } = narrowed ? await find(narrowed, now) : { items: [] }
    if (items.length > 0) return { dropped, items }
  }
  return null
}

const UPCOMING = (now: Date) => Prisma.sql`
  FROM performance p
  JOIN event e ON e.id = p.event_id AND e.deleted_at IS NULL
  JOIN organizer o ON o.id = e.organizer_id
  JOIN venue v ON v.id = p.venue_id
  WHERE p.status = 'published' AND p.starts_at > ${now}`

/** Who plays `e`. */
const PLAYS = Prisma.sql`
  FROM event_artist ea JOIN artist a ON a.id = ea.artist_id WHERE ea.event_id = e.id`

function findMatches(filter: EventFilter, terms: Term[], limit: number, now: Date): Promise<MatchRow[]> {
  const cursor = filter.cursor ? decodeCursor(filter.cursor) : null
  const { from, to, city, category, organizer, day } = filter
  const when = [from && Prisma.sql`AND p.starts_at >= ${from}`, to && Prisma.sql`AND p.starts_at < ${to}`]
  const what = [
    city && Prisma.sql`AND lower(v.city) = lower(${dropControls(city)})`,
    category && Prisma.sql`AND e.category = ${dropControls(category)}`,
    organizer && Prisma.sql`AND o.slug = ${dropControls(organizer)}`,
    day && duringDays(day, now),
  ]
  return prisma.$queryRaw<MatchRow[]>`
    SELECT ${MATCH_COLUMNS}, min(${rankOf(terms)}) AS rank
    ${UPCOMING(now)} ${joinAll([...when, ...what, ...terms.map(saysTerm)])}
    GROUP BY e.id, o.id
    ${cursor ? Prisma.sql`HAVING (min(${rankOf(terms)}), min(p.starts_at), e.id) > (${cursor.rank}::int, ${cursor.nextAt}, ${cursor.id}::uuid)` : Prisma.empty}
    ORDER BY rank, "nextAt", e.id
    LIMIT ${limit}`
}

/** By the venue's own calendar, whatever day it is there now; first roughly by the moment, which has an index. */
function duringDays(day: DayWish, now: Date): Prisma.Sql {
  const spans = daysOnEarth(now).map((today) => ({ today, ...spanOf(day, today) }))
  const local = Prisma.sql`(p.starts_at AT TIME ZONE v.timezone)`
  const bySpan = spans.map(({ today, from, to }) => {
    const around = momentsAround({ from, to })
    return Prisma.sql`((${now} AT TIME ZONE v.timezone)::date = ${today}::date ${joinAll([
      from && Prisma.sql`AND p.starts_at >= ${around.from} AND ${local} >= ${from}::timestamp`,
      to && Prisma.sql`AND p.starts_at < ${around.to} AND ${local} < ${to}::timestamp`,
    ])})`
  })
  return Prisma.sql`AND (${Prisma.join(bySpan, ' OR ')})`
}

function saysTerm({ patterns }: Term): Prisma.Sql {
  // By sets of ids: each finds its own by index, where an OR over four tables could not.
  return Prisma.sql`AND (e.id IN (SELECT id FROM event WHERE search_text LIKE ANY (${patterns}))
    OR e.id IN (SELECT ea.event_id FROM artist a JOIN event_artist ea ON ea.artist_id = a.id
      WHERE a.search_text LIKE ANY (${patterns}))
    OR o.id IN (SELECT id FROM organizer WHERE search_text LIKE ANY (${patterns}))
    OR v.id IN (SELECT id FROM venue WHERE search_text LIKE ANY (${patterns})))`
}

/**
 * How well the words fit: for each nothing where a word of the title or of an artist begins so, 1 for one elsewhere, 2
 * within a word.
 */
function rankOf(terms: Term[]): Prisma.Sql {
  const ranks = terms.map(({ beginnings }) => {
    const begins = (text: Prisma.Sql) => Prisma.sql`' ' || ${text} LIKE ANY (${beginnings})`
    return Prisma.sql`CASE WHEN ${begins(Prisma.sql`e.search_text`)} OR EXISTS (SELECT 1 ${PLAYS} AND ${begins(Prisma.sql`a.search_text`)}) THEN 0
      WHEN ${begins(Prisma.sql`o.search_text || ' ' || v.search_text`)} THEN 1 ELSE 2 END`
  })
  return ranks.length > 0 ? Prisma.sql`(${Prisma.join(ranks, ' + ')})` : Prisma.sql`0`
}

/** How many artists a search names at most. */
const MAX_ARTISTS = 6

/** Artists in whose name all the words are, who play next first; those without dates too, unless only drafts know them. */
async function findArtists(terms: Term[], now: Date): Promise<ArtistHit[]> {
  if (terms.length === 0) return []
  const named = terms.map(({ typed, patterns }) => {
    const either = [...patterns, containsPattern(typed)]
    return Prisma.sql`a.search_text LIKE ANY (${either})`
  })
  const begins = terms.flatMap(({ beginnings }) => beginnings)
  return prisma.$queryRaw<ArtistHit[]>`
    SELECT a.slug, a.name, count(p.id) FILTER (WHERE ${COMING(now)})::int AS "dateCount",
      (array_agg(json_build_object('startsAt', p.starts_at, 'city', v.city, 'timezone', v.timezone)
        ORDER BY p.starts_at, p.id) FILTER (WHERE ${COMING(now)}))[1] AS next
    FROM artist a
    JOIN event_artist ea ON ea.artist_id = a.id
    JOIN event e ON e.id = ea.event_id AND e.deleted_at IS NULL
    JOIN performance p ON p.event_id = e.id AND p.status <> 'draft'
    JOIN venue v ON v.id = p.venue_id
    WHERE ${Prisma.join(named, ' AND ')}
    GROUP BY a.id
    ORDER BY NOT ' ' || a.search_text LIKE ANY (${begins}),
      min(p.starts_at) FILTER (WHERE ${COMING(now)}), a.search_text
    LIMIT ${MAX_ARTISTS}`
}

const COMING = (now: Date) => Prisma.sql`p.status = 'published' AND p.starts_at > ${now}`

/** Each word as what to look for: itself where the season has it, else the nearest words the season has. */
async function readTerms(words: string[], now: Date): Promise<{ terms: Term[]; corrections: Correction[] }> {
  const known = new Set(await keepUpcoming(words, now))
  const corrections: Correction[] = []
  for (const typed of words.filter((word) => !known.has(word) && slipsAllowed(word) > 0)) {
    const meant = nearestWords(typed, await keepUpcoming(await listNearWords(typed), now))
    if (meant.length > 0) corrections.push({ typed, meant })
  }
  const terms = words.map((word) => {
    const meant = corrections.find(({ typed }) => typed === word)?.meant ?? [word]
    return { typed: word, patterns: meant.map(containsPattern), beginnings: meant.map(beginsPattern) }
  })
  return { terms, corrections }
}

/** Of some words those that anything upcoming has: from the texts, which are found by index, to their performances. */
async function keepUpcoming(words: string[], now: Date): Promise<string[]> {
  if (words.length === 0) return []
  const plays = Prisma.sql`JOIN performance p ON p.event_id = e.id AND ${COMING(now)}
    WHERE e.deleted_at IS NULL`
  const rows = await prisma.$queryRaw<{ word: string }[]>`
    SELECT word FROM unnest(${words}::text[], ${words.map(containsPattern)}::text[]) AS w (word, pattern)
    WHERE EXISTS (SELECT 1 FROM event e ${plays} AND e.search_text LIKE pattern)
      OR EXISTS (SELECT 1 FROM artist a JOIN event_artist ea ON ea.artist_id = a.id
        JOIN event e ON e.id = ea.event_id ${plays} AND a.search_text LIKE pattern)
      OR EXISTS (SELECT 1 FROM venue v JOIN performance p ON p.venue_id = v.id AND ${COMING(now)}
        JOIN event e ON e.id = p.event_id AND e.deleted_at IS NULL WHERE v.search_text LIKE pattern)
      OR EXISTS (SELECT 1 FROM organizer o JOIN event e ON e.organizer_id = o.id ${plays}
        AND o.search_text LIKE pattern)`
  return rows.map(({ word }) => word)
}

/** How many of the words nearest by trigrams are looked at letter by letter. */
const NEAR_WORDS = 40

async function listNearWords(typed: string): Promise<string[]> {
  const rows = await prisma.$queryRaw<{ word: string }[]>`
    SELECT word FROM search_word ORDER BY word <-> ${typed} LIMIT ${NEAR_WORDS}`
  return rows.map(({ word }) => word)
}

function joinAll(parts: (Prisma.Sql | undefined | false | '' | null)[]): Prisma.Sql {
  const given = parts.filter((part): part is Prisma.Sql => Boolean(part))
  return given.length > 0 ? Prisma.join(given, ' ') : Prisma.empty
}
