import { parsePhone } from '@/lib/accounts/phones/rules'
import { findSaleFacts } from '@/lib/events/performances/queries'
import { decideStatus } from '@/lib/events/performances/rules'
import { findSeatMap } from '@/lib/events/seat-maps/queries'
import type { SaleFacts } from '@/lib/events/types'
import { newId } from '@/lib/platform/ids'
import { enqueue } from '@/lib/platform/jobs'
import { parse } from '@/lib/platform/parse'
import { countAgainst } from '@/lib/platform/rate-limit'
import { ok, type Refusal, type Result, refuse } from '@/lib/platform/result'
import { inTransaction, type Tx } from '@/lib/platform/transaction'
import { readSnapshot } from '@/lib/realtime/snapshots/queries'
import type { CartOwner } from '@/lib/reservations/types'
import { countFree, takesOf } from '@/lib/reservations/waiting-list/rules'
import { type JoinInput, joinSchema } from '@/lib/reservations/waiting-list/schema'
import { findLiveEntry, insertEntry } from '@/lib/reservations/waiting-list/store'
import type { WaitingView } from '@/lib/reservations/waiting-list/types'
import { callSoon } from './call-next-in-line'
import { viewWaitingEntry } from './view-waiting'

const HOUR = 3_600

export type JoinRefusal =
  | 'not_found'
  | 'invalid'
  | 'not_on_sale'
  | 'seats_free'
  | 'already_waiting'
  | 'rate_limited'

/**
 * Somebody wants seats of a price category that are all taken: they stand at the end of its line, hear so by mail, and
 * are called when enough come back. Refusals, nothing is changed: `seats_free` where what is free right now would do,
 * `already_waiting` with this email (it is mailed its link again), `not_on_sale` before the sale, after it and where it was called off, `invalid` with
 * each field that is wrong, `rate_limited`, `not_found`.
 */
export async function joinWaitingList(request: {
  owner: CartOwner
  performanceId: string
  input: JoinInput
  /** Of the page; mails and messages are in it. */
  locale: string
  /** Where the request came from (`addressOf`). */
  address: string
}): Promise<Result<WaitingView, JoinRefusal>> {
  const { owner, locale } = request
  const facts = await findSaleFacts(request.performanceId)
  if (!facts) return refuse('not_found')
  const parsed = parse(joinSchema, request.input)
  if (!parsed.ok) return parsed
  const { region, phone: typed, ...wish } = parsed.value
  const phone = typed.trim() === '' ? null : parsePhone(typed, region)
  if (typed.trim() !== '' && !phone) return refuseField('phone', 'Not a phone number')
  const counted = await countAgainst(joinLimits(request, wish.email))
  if (!counted.ok) return counted
  const refusal = await refuseJoin(facts, wish)
  if (refusal) return refusal
  const { performanceId } = facts
  const entry = await inTransaction(async (tx) => {
    const made = await insertEntry(tx, { ...wish, phone, owner, locale, performanceId })
    if (made) await enqueue(tx, 'send-waiting-notice', { entryId: made.id, kind: 'joined' })
    else await remind(tx, { ...wish, performanceId })
    return made
  })
  if (!entry) return refuse('already_waiting')
  // Seats that were freed at this moment by who did not see the entry yet are found now.
  callSoon(performanceId)
  const view = await viewWaitingEntry(entry.key)
  return view ? ok(view) : refuse('not_found')
}

/** Who forgot that they wait, or lost the link, has it mailed again: to that address, whoever asks here. */
async function remind(tx: Tx, asked: { performanceId: string; category: number; email: string }) {
  const live = await findLiveEntry(tx, asked)
  if (!live) return
  const kind = live.isCalled ? 'called' : 'joined'
  await enqueue(tx, 'send-waiting-notice', { entryId: live.id, kind, again: newId() })
}

async function refuseJoin(
  facts: SaleFacts,
  wish: { category: number; seatCount: number; takesFewer: boolean },
): Promise<Refusal<'invalid' | 'not_on_sale' | 'seats_free'> | null> {
  if (decideStatus(facts, new Date()) !== 'on_sale') return refuse('not_on_sale')
  if (!facts.ticketTypes.some(({ categoryIndex }) => categoryIndex === wish.category)) {
    return refuseField('category', 'Not sold here')
  }
  const [map, snapshot] = await Promise.all([findSeatMap(facts.seatMapId), readSnapshot(facts.performanceId)])
  const free = map && snapshot ? countFree(map, snapshot.states).get(wish.category) : 0
  return takesOf(wish, free ?? 0) > 0 ? refuse('seats_free') : null
}

function refuseField(path: string, message: string): Refusal<'invalid'> {
  return refuse('invalid', { errors: [{ path, message }] })
}

/** Who joins can keep seats from others for fifteen minutes: not under many names. */
function joinLimits({ owner, address }: { owner: CartOwner; address: string }, email: string) {
  const who = 'userId' in owner ? owner.userId : owner.guestId
  return [
    { name: 'join-line', parts: [who], limit: 10, windowSeconds: HOUR },
    { name: 'join-line-email', parts: [email.toLowerCase()], limit: 10, windowSeconds: HOUR },
    { name: 'join-line-address', parts: [address], limit: 60, windowSeconds: HOUR },
  ]
}
