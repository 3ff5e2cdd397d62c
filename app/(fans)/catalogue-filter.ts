import type { EventFilter } from '@/lib/events/types'

export const WHENS = ['any', 'today', 'weekend', 'week', 'month', 'dates'] as const
export type When = (typeof WHENS)[number]

/** The catalogue's address, read: what the visitor asked for, cleaned. Empty strings mean "any". */
export type CatalogueSearch = {
  query: string
  city: string
  category: string
  when: When
  /** `2026-12-01`, only with `when: 'dates'`. */
  from: string
  to: string
  cursor: string
}

export type SearchParams = Record<string, string | string[] | undefined>

const DAY_MS = 24 * 60 * 60 * 1000
/** A day on a list of cities in many zones ends when it has ended in most of them: better one too many than one lost. */
const DAY_ENDS_LATE_MS = 6 * 60 * 60 * 1000
const PAGE_SIZE = 16

/** Reads the address of the catalogue; whatever makes no sense counts as not asked. Exact dates outrank `when`. */
export function readSearch(params: SearchParams): CatalogueSearch {
  const text = (name: string) => [params[name]].flat()[0]?.trim().slice(0, 100) ?? ''
  const day = (name: string) => (isDay(text(name)) ? text(name) : '')
  const dated = day('from') !== '' || day('to') !== ''
  const asked = WHENS.find((when) => when === text('when') && when !== 'dates') ?? 'any'
  return {
    query: text('query'),
    city: text('city'),
    category: text('category'),
    when: dated ? 'dates' : asked,
    from: day('from'),
    to: day('to'),
    cursor: [params.cursor].flat()[0] ?? '',
  }
}

/** What the Events room is asked for, at `now`. */
export function toEventFilter(search: CatalogueSearch, now: Date): EventFilter {
  return {
    query: search.query || undefined,
    city: search.city || undefined,
    category: search.category || undefined,
    cursor: search.cursor || undefined,
    limit: PAGE_SIZE,
    ...spanOf(search, now),
  }
}

/** The catalogue's address for a search, without what is not asked. */
export function toHref(search: Partial<CatalogueSearch>): string {
  const entries = Object.entries(search).filter(
    ([name, value]) => value && !(name === 'when' && (value === 'any' || value === 'dates')),
  )
  return entries.length === 0 ? '/' : `/?${new URLSearchParams(entries)}`
}

/** True when anything narrows the list. */
export function isFiltered(search: CatalogueSearch): boolean {
  return Boolean(search.query || search.city || search.category || search.when !== 'any')
}

function spanOf(search: CatalogueSearch, now: Date): { from?: Date; to?: Date } {
  const today = Math.floor(now.getTime() / DAY_MS) * DAY_MS
  const until = (dayMs: number) => new Date(dayMs + DAY_MS + DAY_ENDS_LATE_MS)
  switch (search.when) {
    case 'today':
      return { to: until(today) }
    case 'weekend': {
      // Friday to Sunday; on a weekend, what is left of it.
      const toSunday = (7 - new Date(today).getUTCDay()) % 7
      const friday = today + (toSunday - 2) * DAY_MS
      return { from: friday > today ? new Date(friday) : undefined, to: until(today + toSunday * DAY_MS) }
    }
    case 'week':
      return { to: until(today + 6 * DAY_MS) }
    case 'month':
      return { to: until(today + 29 * DAY_MS) }
    case 'dates':
      return {
        from: search.from ? new Date(search.from) : undefined,
        to: search.to ? until(Date.parse(search.to)) : undefined,
      }
    default:
      return {}
  }
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = new Date(text)
  // The 31st of February reads as the 3rd of March, or as nothing.
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}
