import { z } from 'zod'
import type { LetterStatus, LetterTruth } from './types'

/** What of Lob's letter is read. */
export const letterSchema = z.object({
  id: z.string(),
  status: z.string().nullish(),
  deleted: z.boolean().nullish(),
  send_date: z.string().nullish(),
  expected_delivery_date: z.string().nullish(),
  tracking_events: z.array(z.object({ name: z.string() })).nullish(),
})

const ON_ITS_WAY = [
  'Mailed',
  'In Transit',
  'In Local Area',
  'Processed for Delivery',
  'Re-Routed',
  'International Exit',
]

/** Where a letter is at `now`, of Lob's letter object: what happened last counts, and what ended it before that. */
export function readLetter(letter: z.output<typeof letterSchema>, now: Date): LetterTruth {
  const names = new Set((letter.tracking_events ?? []).map((event) => event.name))
  const failure = findFailure(letter, names)
  return {
    letterId: letter.id,
    status: failure ? 'failed' : decideStatus(letter, names, now),
    expectedOn: letter.expected_delivery_date?.slice(0, 10) ?? null,
    failure,
  }
}

function findFailure(letter: z.output<typeof letterSchema>, names: Set<string>): string | null {
  if (letter.deleted || letter.status === 'canceled') return 'The letter was cancelled'
  if (letter.status === 'failed') return 'The letter could not be printed'
  return names.has('Returned to Sender') && !names.has('Delivered') ? 'The letter came back' : null
}

function decideStatus(
  { status, send_date: sendDate }: z.output<typeof letterSchema>,
  names: Set<string>,
  now: Date,
): LetterStatus {
  if (names.has('Delivered')) return 'delivered'
  if (ON_ITS_WAY.some((name) => names.has(name))) return 'mailed'
  const isSent = !sendDate || new Date(sendDate) <= now
  return status === 'rendered' && isSent ? 'in_production' : 'created'
}
