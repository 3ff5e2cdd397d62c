import type { PostingStatus } from './types'

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
