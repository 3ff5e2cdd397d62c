import { findSaleFacts } from '@/lib/events/performances/queries'
import { findSeatMap } from '@/lib/events/seat-maps/queries'
import { enqueue } from '@/lib/platform/jobs'
import { log } from '@/lib/platform/log'
import { inTransaction, type Tx } from '@/lib/platform/transaction'
import { findAsidePerformances, findLines, hasLine } from '@/lib/reservations/calls/queries'
import { planCalls } from '@/lib/reservations/calls/rules'
import {
  findAside,
  findLine,
  forgetAside,
  freeAside,
  lockLine,
  lockSupply,
  lockWaiting,
  makeCalls,
} from '@/lib/reservations/calls/store'
import type { Call, InLine, Supplied } from '@/lib/reservations/calls/types'
import { isInLine } from '@/lib/reservations/waiting-list/rules'
import type { SeatMap } from '@/lib/seat-map/decode-plan'
import { publishSoon } from './publish-seat-changes'
import { runSoon } from './run-soon'

/**
 * Gives what came back at a performance to who waits for it: each whom it suffices, in the order of the line, has seats
 * held for fifteen minutes and hears of it. What is left of the seats set aside is free for anyone. One transaction,
 * one at a time for each performance: any number may call, repeat it, or be cut off. Returns how many were called.
 */
export async function callNextInLine(performanceId: string): Promise<number> {
  if (!(await hasLine(performanceId))) return 0
  const facts = await findSaleFacts(performanceId)
  const map = facts && (await findSeatMap(facts.seatMapId))
  const called = await inTransaction((tx) => callLocked(tx, performanceId, map))
  publishSoon(performanceId)
  return called
}

/** The same in the background, for whoever has just committed that seats came back. */
export const callSoon = runSoon('call-next-in-line', callNextInLine)

/** Seats of a performance came back: the maps hear of it, and so does who waits for them. */
export function seatsCameBack(performanceId: string): void {
  publishSoon(performanceId)
  callSoon(performanceId)
}

/** Makes up for calls that a crash kept back, where seats wait for somebody. */
export async function callForAsideSeats(): Promise<void> {
  await callAt(await findAsidePerformances())
}

/** The same where people wait: seats may be free, or tickets returned, without anybody having been called. */
export async function callAllLines(): Promise<void> {
  await callAt(await findLines())
}

/** What goes wrong at one performance keeps nobody waiting at the next. */
async function callAt(performanceIds: string[]): Promise<void> {
  for (const performanceId of performanceIds) {
    await callNextInLine(performanceId).catch((error) =>
      log('error', 'call.failed', { performanceId, error }),
    )
  }
}

async function callLocked(tx: Tx, performanceId: string, map: SeatMap | null): Promise<number> {
  const isOpen = await lockLine(tx, performanceId)
  const line = isOpen && map ? await findLine(tx, performanceId) : []
  const asideIndexes = await findAside(tx, performanceId)
  const categories = [...new Set(line.map(({ category }) => category))]
  const { supply, aside } = await lockSupply(tx, performanceId, { categories, asideIndexes })
  const calls = map ? await planLocked(tx, map, line, supply) : []
  await makeCalls(tx, performanceId, calls)
  const given = new Set(calls.flatMap(({ seatIndexes }) => seatIndexes))
  await freeAside(
    tx,
    performanceId,
    aside.filter((seat) => !given.has(seat)),
  )
  await forgetAside(tx, performanceId, asideIndexes)
  await tellMaps(tx, performanceId, [...new Set([...given, ...aside])])
  for (const { entryId } of calls) await enqueue(tx, 'send-waiting-notice', { entryId, kind: 'called' })
  return calls.length
}

/** Plans again without those who left while the seats were being locked, until nobody did. */
async function planLocked(tx: Tx, map: SeatMap, line: InLine[], supply: Supplied[]): Promise<Call[]> {
  const seats = supply.filter(({ seatIndex }) => isInLine(map, seatIndex))
  for (let waiting = line; ; ) {
    const calls = planCalls(map, waiting, seats)
    const entryIds = calls.map(({ entryId }) => entryId)
    const locked = await lockWaiting(tx, entryIds)
    if (locked.size === entryIds.length) return calls
    waiting = waiting.filter(({ id }) => locked.has(id) || !entryIds.includes(id))
  }
}

async function tellMaps(tx: Tx, performanceId: string, seatIndexes: number[]): Promise<void> {
  if (seatIndexes.length > 0) await tx.seatChange.create({ data: { performanceId, seatIndexes } })
}
