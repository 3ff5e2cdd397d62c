import { isDay } from '@/lib/events/days/rules'
import type { DayWish, DayWords } from '@/lib/events/days/types'
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

/** What the Events room is asked for. `languages`: whose words for days the search may have. */
export function toEventFilter(search: CatalogueSearch, languages: readonly DayWords[]): EventFilter {
  return {
    query: search.query || undefined,
    languages,
    city: search.city || undefined,
    category: search.category || undefined,
    day: toDayWish(search),
    cursor: search.cursor || undefined,
    limit: PAGE_SIZE,
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

function toDayWish({ when, from, to }: CatalogueSearch): DayWish | undefined {
  switch (when) {
    case 'today':
    case 'weekend':
      return { kind: when }
    case 'week':
      return { kind: 'ahead', days: 7 }
    case 'month':
      return { kind: 'ahead', days: 30 }
    case 'dates':
      return { kind: 'dates', from: from || undefined, to: to || undefined }
    default:
      return undefined
  }
}
