import type { PostingStatus, PostingView } from './types'

const ORDER: PostingStatus[] = ['due', 'created', 'in_production', 'mailed', 'delivered']

/**
 * Whether what was just heard of a letter counts: it only goes forward, and what has arrived or failed stays so. An
 * answer that was overtaken by a later one changes nothing.
 */
export function movesOn(from: PostingStatus, to: PostingStatus): boolean {
  if (isOver(from)) return false
  return to === 'failed' || ORDER.indexOf(to) >= ORDER.indexOf(from)
}

/** Nothing more will be heard of it. */
export function isOver(status: PostingStatus): boolean {
  return status === 'delivered' || status === 'failed'
}

const DAY_MS = 86_400_000
/** A printer prints within a day or two; what it still has by then is stuck. */
const PRINT_DAYS = 4
/** How long past the day it was expected a letter is waited for; where no day was said, counted from the order. */
const GRACE_DAYS = 3
const TRAVEL_DAYS = 14

/**
 * What is to be done at `now` about a letter that has not arrived: `late` means that somebody has to look after it. Once
 * the performance has begun, `failed` for one that never left the printer. Null where it is in time, or over.
 */
export function decideOverdue(
  { status, createdAt, expectedOn }: Pick<PostingView, 'status' | 'createdAt' | 'expectedOn'>,
  startsAt: Date,
  now: Date,
): 'late' | 'failed' | null {
  if (isOver(status)) return null
  const isAtPrinter = status !== 'mailed'
  if (isAtPrinter && startsAt <= now) return 'failed'
  const arrivalMs = expectedOn
    ? Date.parse(expectedOn) + (1 + GRACE_DAYS) * DAY_MS
    : createdAt.getTime() + TRAVEL_DAYS * DAY_MS
  const isStuck = status === 'due' || status === 'created'
  const printMs = isStuck ? createdAt.getTime() + PRINT_DAYS * DAY_MS : Infinity
  return now.getTime() > Math.min(arrivalMs, printMs) ? 'late' : null
}
