/** One page of a list; `nextCursor` is null on the last one. */
export type Page<T> = { items: T[]; nextCursor: string | null }

/** How a list is asked for: from behind a cursor, so many at most. */
export type PageWish = { cursor?: string; limit?: number }

export const DEFAULT_PAGE_LIMIT = 20
export const MAX_PAGE_LIMIT = 100

/** How many items a page has at most, whatever was asked: 1 to 100, 20 where nothing was. */
export function pageSize(limit: number = DEFAULT_PAGE_LIMIT): number {
  return Math.min(Math.max(Math.trunc(limit), 1), MAX_PAGE_LIMIT)
}

/** Cuts a page from rows of which one more than `size` was asked for: that one tells whether there is another page. */
export function cutPage<Row>(rows: Row[], size: number, cursorOf: (last: Row) => string): Page<Row> {
  const items = rows.slice(0, size)
  const last = items.at(-1)
  return { items, nextCursor: rows.length > size && last !== undefined ? cursorOf(last) : null }
}
