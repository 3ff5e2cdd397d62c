import { fromPrisma, PgBoss } from 'pg-boss'
import { pool } from './db'
import { log } from './log'
import type { Tx } from './transaction'

/** Every job and what it carries. A job says what to look at, never what to conclude: its command reads the rows. */
export type JobData = {
  /** A confirmed order waits for its money. */
  'capture-payment': { orderId: string }
  /** A cancelled order may still have an open checkout or an authorization. */
  'release-payment': { orderId: string }
  /** It was decided that money goes back. */
  'refund-payment': { refundId: string }
  /** It has gone back, and the fan is to hear of it. */
  'send-refund-mail': { refundId: string }
  /** A mail about an order is due. `again` names a wish to have it once more. */
  'send-order-mail': { orderId: string; kind: 'confirmation' | 'cancelled' | 'post_failed'; again?: string }
  /** A ticket was offered to a friend, taken back, accepted or made void (the friend hears), or is gone (the giver). */
  'send-transfer-mail': {
    transferId: string
    kind: 'offered' | 'taken_back' | 'accepted' | 'void' | 'gone'
  }
  /** Somebody joined a waiting list, was called, or came too late. `again` names a wish to have it once more. */
  'send-waiting-notice': { entryId: string; kind: 'joined' | 'called' | 'missed'; again?: string }
  /** A ticket was offered to the waiting list, sold from there, or stayed its owner's when the performance began. */
  'send-return-mail': { returnId: string; kind: 'open' | 'sold' | 'unsold' }
  /** A paid order's tickets wait to be printed and mailed. */
  'post-tickets': { orderId: string }
  /** Somebody waits for a code; the code itself is not in here. */
  'send-code': {
    purpose: 'verify_email' | 'reset_password' | 'open_order'
    subject: string
    nonce: string
    isSignUp: boolean
    /** The language of who asked, where no account or order says it. */
    locale?: string
  }
  /** Something about an account was changed; told to the address it had before. `detail` is what changed, if any. */
  'send-account-notice': {
    noticeId: string
    email: string
    name: string
    kind: AccountNotice
    detail: string
    locale?: string
  }
  /** Dates of an event were published; somebody follows its organizer or who plays. */
  'announce-event': { eventId: string }
  /** The followers after `after`, in the order of their ids, are to hear of these. */
  'tell-followers': { eventId: string; performanceIds: string[]; after: string | null }
  /** One follower is. */
  'send-news-mail': { userId: string; eventId: string; performanceIds: string[] }
}

export type AccountNotice =
  | 'password_reset'
  | 'password_changed'
  | 'email_changed'
  | 'phone_changed'
  | 'phone_removed'
  | 'deleted'

export type JobName = keyof JobData
export type JobHandlers = { [Name in JobName]: (data: JobData[Name]) => Promise<void> }

/** In the order in which a host without a process of its own works them: money first. */
const QUEUES: Record<JobName, true> = {
  'capture-payment': true,
  'release-payment': true,
  'refund-payment': true,
  'send-code': true,
  'send-order-mail': true,
  'send-refund-mail': true,
  'send-transfer-mail': true,
  'send-waiting-notice': true,
  'send-return-mail': true,
  'send-account-notice': true,
  'announce-event': true,
  'tell-followers': true,
  'send-news-mail': true,
  'post-tickets': true,
}
const QUEUE_NAMES = Object.keys(QUEUES) as JobName[]

const shared = globalThis as unknown as { ticketbossBoss?: Promise<PgBoss> }

/** pg-boss on the app's own pool; its schema and queues are made on first use. */
export function openBoss(): Promise<PgBoss> {
  shared.ticketbossBoss ??= startBoss().catch((error) => {
    shared.ticketbossBoss = undefined
    throw error
  })
  return shared.ticketbossBoss
}

async function startBoss(): Promise<PgBoss> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values as unknown[]) },
    supervise: true,
    schedule: false,
  })
  boss.on('error', (error) => log('error', 'jobs.error', { error }))
  await boss.start()
  for (const name of QUEUE_NAMES) {
    await boss.createQueue(name, { retryLimit: 12, retryDelay: 2, retryBackoff: true, expireInSeconds: 120 })
  }
  return boss
}

/**
 * Adds a job in the caller's transaction: it exists if, and only if, the transaction commits. `startAfter` delays it.
 * At least once: its command must bear being run again.
 */
export async function enqueue<Name extends JobName>(
  tx: Tx,
  name: Name,
  data: JobData[Name],
  { startAfter }: { startAfter?: Date } = {},
): Promise<void> {
  const boss = await openBoss()
  await boss.send(name, data, { db: fromPrisma(tx), ...(startAfter ? { startAfter } : {}) })
}

/** Works all queues in this process until `stopWorker`. */
export async function workJobs(handlers: JobHandlers): Promise<void> {
  const boss = await openBoss()
  for (const name of QUEUE_NAMES) await workQueue(boss, name, handlers[name])
}

function workQueue<Name extends JobName>(boss: PgBoss, name: Name, handle: JobHandlers[Name]) {
  return boss.work<JobData[Name]>(name, { pollingIntervalSeconds: 0.5, batchSize: 1 }, async ([job]) => {
    if (job) await handle(job.data)
  })
}

/** Works what is due now, for at most `budgetMs`; for hosts without a process of their own. Returns how many ran. */
export async function drainJobs(handlers: JobHandlers, budgetMs: number): Promise<number> {
  const boss = await openBoss()
  const until = Date.now() + budgetMs
  let done = 0
  for (const name of QUEUE_NAMES) {
    while (Date.now() < until && (await runNext(boss, name, handlers[name]))) done += 1
  }
  return done
}

async function runNext<Name extends JobName>(boss: PgBoss, name: Name, handle: JobHandlers[Name]) {
  const [job] = await boss.fetch<JobData[Name]>(name)
  if (!job) return false
  try {
    await handle(job.data)
    await boss.complete(name, job.id)
  } catch (error) {
    log('error', 'jobs.failed', { name, error })
    await boss.fail(name, job.id, { message: String(error) })
  }
  return true
}

/** Lets running jobs end, then stops. */
export async function stopJobs(): Promise<void> {
  const boss = await shared.ticketbossBoss
  shared.ticketbossBoss = undefined
  await boss?.stop({ graceful: true, timeout: 5_000 })
}
