import { setTimeout as sleep } from 'node:timers/promises'
import { forgetOldCodes } from '@/lib/accounts/codes/store'
import { forgetOldEvents } from '@/lib/commerce/stripe-events/store'
import { drainJobs, type JobHandlers, stopJobs, workJobs } from '@/lib/platform/jobs'
import { log } from '@/lib/platform/log'
import type { Result } from '@/lib/platform/result'
import { announceEvent, tellFollowers } from './announce-event'
import { callAllLines, callForAsideSeats } from './call-next-in-line'
import { capturePayment } from './capture-payment'
import { endWaiting } from './end-waiting'
import { expireOrders } from './expire-orders'
import { forgetGone } from './forget-gone'
import { postTickets } from './post-tickets'
import { publishStaleSeats } from './publish-seat-changes'
import { reconcilePayments } from './reconcile-payments'
import { refundOverdue, refundPayment } from './refund-payment'
import { releasePayment } from './release-payment'
import { sendAccountNotice } from './send-account-notice'
import { sendCode } from './send-code'
import { sendNewsMail } from './send-news-mail'
import { sendOrderMail } from './send-order-mail'
import { sendRefundMail } from './send-refund-mail'
import { sendReturnMail } from './send-return-mail'
import { sendTransferMail } from './send-transfer-mail'
import { sendWaitingNotice } from './send-waiting-notice'
import { sweepHolds } from './sweep-holds'
import { reconcilePostings } from './sync-posting'

/** Each job's command. What is `unavailable` is thrown, so that the job comes again. */
const HANDLERS: JobHandlers = {
  'capture-payment': async ({ orderId }) => insist(await capturePayment(orderId)),
  'release-payment': async ({ orderId }) => insist(await releasePayment(orderId)),
  'refund-payment': async ({ refundId }) => insist(await refundPayment(refundId)),
  'send-refund-mail': async ({ refundId }) => insist(await sendRefundMail(refundId)),
  'send-order-mail': async (mail) => insist(await sendOrderMail(mail)),
  'send-transfer-mail': async (mail) => insist(await sendTransferMail(mail)),
  'send-waiting-notice': async (notice) => insist(await sendWaitingNotice(notice)),
  'send-return-mail': async (mail) => insist(await sendReturnMail(mail)),
  'send-code': async (code) => insist(await sendCode(code)),
  'send-account-notice': async (notice) => insist(await sendAccountNotice(notice)),
  'announce-event': async (event) => insist(await announceEvent(event)),
  'tell-followers': async (telling) => insist(await tellFollowers(telling)),
  'send-news-mail': async (news) => insist(await sendNewsMail(news)),
  'post-tickets': async ({ orderId }) => insist(await postTickets(orderId)),
}

/** What nobody asks for: time passes, and messages get lost. */
const ROUNDS: { name: string; everyMs: number; run: () => Promise<unknown> }[] = [
  { name: 'sweep-holds', everyMs: 1_000, run: sweepHolds },
  { name: 'call-for-aside-seats', everyMs: 1_000, run: callForAsideSeats },
  { name: 'publish-stale-seats', everyMs: 1_000, run: publishStaleSeats },
  { name: 'expire-orders', everyMs: 2_000, run: expireOrders },
  { name: 'reconcile-payments', everyMs: 5_000, run: () => reconcilePayments() },
  { name: 'refund-overdue', everyMs: 60_000, run: refundOverdue },
  { name: 'call-all-lines', everyMs: 60_000, run: callAllLines },
  { name: 'end-waiting', everyMs: 60_000, run: endWaiting },
  { name: 'forget-old-codes', everyMs: 600_000, run: forgetOldCodes },
  { name: 'forget-gone', everyMs: 3_600_000, run: forgetGone },
  { name: 'forget-old-events', everyMs: 3_600_000, run: () => forgetOldEvents() },
  { name: 'reconcile-postings', everyMs: 30_000, run: () => reconcilePostings() },
]

type Worker = { stopping: AbortController; rounds: Promise<void>[] }
let worker: Worker | null = null

/** Works all jobs and rounds in this process until `stopWorker`. Several processes may; starting twice is once. */
export async function startWorker(): Promise<void> {
  if (worker) return
  const stopping = new AbortController()
  worker = { stopping, rounds: [] }
  await workJobs(HANDLERS)
  worker.rounds = ROUNDS.map((round) => repeat(round, stopping.signal))
}

/** Lets what is running end, then stops. */
export async function stopWorker(): Promise<void> {
  const stopped = worker
  worker = null
  stopped?.stopping.abort()
  await Promise.all(stopped?.rounds ?? [])
  await stopJobs()
}

/** The same for hosts without a process of their own: every round once, then the jobs due, for about `budgetMs`. */
export async function runCron(budgetMs: number): Promise<{ jobs: number }> {
  const until = Date.now() + budgetMs
  for (const round of ROUNDS) await runRound(round)
  return { jobs: await runDueJobs(Math.max(0, until - Date.now())) }
}

/** The jobs that are due, for about `budgetMs`. Returns how many ran. */
export function runDueJobs(budgetMs: number): Promise<number> {
  return drainJobs(HANDLERS, budgetMs)
}

async function repeat(round: (typeof ROUNDS)[number], stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    await runRound(round)
    await sleep(round.everyMs, undefined, { signal: stopping }).catch(() => {})
  }
}

async function runRound({ name, run }: (typeof ROUNDS)[number]): Promise<void> {
  try {
    await run()
  } catch (error) {
    log('error', 'round.failed', { name, error })
  }
}

function insist({ ok, ...refusal }: Result<unknown>): void {
  if (!ok) throw new Error(JSON.stringify(refusal))
}
