import { noSuch } from './errors'

export type ListParams = {
  limit?: number
  starting_after?: string
  ending_before?: string
  created?: number | { gt?: number; gte?: number; lt?: number; lte?: number }
}

export type ListObject<T> = { object: 'list'; data: T[]; has_more: boolean; url: string }
type Row = { id: string; created?: number }

/** One page, newest first, of rows that come oldest first. */
export function listPage<T extends Row>(rows: Iterable<T>, params: ListParams, url: string): ListObject<T> {
  const newestFirst = [...rows].reverse().filter((row) => isCreatedIn(row.created ?? 0, params.created))
  return pageOf(newestFirst, params, url)
}

/** One page of rows that are in their final order already. */
export function pageOf<T extends Row>(rows: T[], params: ListParams, url: string): ListObject<T> {
  const limit = params.limit ?? 10
  if (params.ending_before) {
    const end = positionOf(rows, params.ending_before, 'ending_before')
    const start = Math.max(0, end - limit)
    return { object: 'list', data: rows.slice(start, end), has_more: start > 0, url }
  }
  const start = params.starting_after ? positionOf(rows, params.starting_after, 'starting_after') + 1 : 0
  return {
    object: 'list',
    data: rows.slice(start, start + limit),
    has_more: start + limit < rows.length,
    url,
  }
}

function positionOf(rows: Row[], id: string, param: string): number {
  const index = rows.findIndex((row) => row.id === id)
  if (index < 0) throw noSuch('object', id, param)
  return index
}

function isCreatedIn(created: number, range: ListParams['created']): boolean {
  if (range === undefined) return true
  if (typeof range === 'number') return created === range
  return (
    created > (range.gt ?? -1) &&
    created >= (range.gte ?? 0) &&
    created < (range.lt ?? Number.POSITIVE_INFINITY) &&
    created <= (range.lte ?? Number.POSITIVE_INFINITY)
  )
}
