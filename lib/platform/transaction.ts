import { setTimeout as sleep } from 'node:timers/promises'
import { Prisma, prisma } from './db'

/** What a room's `store.ts` takes: the open transaction. */
export type Tx = Prisma.TransactionClient

const TRIES = 4

/**
 * Runs `work` in one READ COMMITTED transaction and commits, or changes nothing and throws. A deadlock or a
 * serialization failure is tried again from the start, so `work` must do nothing outside the database.
 */
export function inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return retrying(() => prisma.$transaction(work, { timeout: 12_000, maxWait: 10_000 }))
}

/** Runs `work` again, a little later each time, where Postgres chose it as the victim of a deadlock or conflict. */
export async function retrying<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      if (attempt >= TRIES || !isRetryable(error)) throw error
      await sleep(10 * attempt + Math.random() * 20)
    }
  }
}

/** Deadlock (40P01) and serialization failure (40001), as Prisma and as plain `pg` report them. */
function isRetryable(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientKnownRequestError) {
    if (error.code === 'P2034') return true
    return error.code === 'P2010' && /40P01|40001/.test(JSON.stringify(error.meta ?? {}))
  }
  const code = (error as { code?: unknown } | null)?.code
  return code === '40P01' || code === '40001'
}
