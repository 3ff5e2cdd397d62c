import type { PostageFacts, PostageOffer } from './types'

const DAY_MS = 86_400_000

/**
 * What posting the tickets of these performances (all of one currency) in one letter costs at `now`: the dearest of
 * what their organizers ask, once. All must offer it, and none may be closer than its cut-off.
 */
export function decidePostage(facts: readonly PostageFacts[], now: Date): PostageOffer {
  const rated = facts.flatMap((one) =>
    one.rate ? [{ ...one, rate: one.rate, until: cutOffOf(one, one.rate.leadDays) }] : [],
  )
  rated.sort((one, other) => one.until.getTime() - other.until.getTime())
  const [first] = rated
  if (!first || rated.length < facts.length) return { kind: 'none' }
  const { until, timezone, title } = first
  if (until <= now) return { kind: 'too_late', title, until, timezone }
  const amount = Math.max(...rated.map(({ rate }) => rate.amount))
  return { kind: 'offered', fee: { amount, currency: first.currency }, until, timezone }
}

function cutOffOf({ postUntil, startsAt }: PostageFacts, leadDays: number): Date {
  return postUntil ?? new Date(startsAt.getTime() - leadDays * DAY_MS)
}
