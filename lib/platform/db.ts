import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from '@/prisma/generated/client'
import { env } from './env'

/**
 * One pool a process for Prisma and for the named statements of hot paths. Postgres ends what takes too long before
 * Prisma gives up on it: a Prisma timeout during COMMIT could release a client twice (prisma/orm#29952).
 */
const shared = globalThis as unknown as { ticketbossPool?: pg.Pool; ticketbossPrisma?: PrismaClient }

const LOCK_TIMEOUT_MS = 4_000
const STATEMENT_TIMEOUT_MS = 8_000

function openPool(): pg.Pool {
  const pool = new pg.Pool({
    connectionString: env.DATABASE_URL,
    max: env.DATABASE_POOL_SIZE,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    options: `-c lock_timeout=${LOCK_TIMEOUT_MS} -c statement_timeout=${STATEMENT_TIMEOUT_MS} -c idle_in_transaction_session_timeout=15000`,
  })
  // A connection that dies while idle is replaced; without a listener it would end the process.
  pool.on('error', () => {})
  return pool
}

shared.ticketbossPool ??= openPool()
export const pool: pg.Pool = shared.ticketbossPool

shared.ticketbossPrisma ??= new PrismaClient({ adapter: new PrismaPg(pool) })
export const prisma: PrismaClient = shared.ticketbossPrisma

export { Prisma } from '@/prisma/generated/client'
export type { PrismaClient }
