import { env } from '@/lib/platform/env'
import { checkJobs, pingDatabase, pingUrl } from '@/lib/platform/health'
import { log } from '@/lib/platform/log'
import { pingPusher } from '@/lib/realtime/pusher'

const CHECKS = {
  database: pingDatabase,
  realtime: pingPusher,
  payments: () =>
    pingUrl(new URL('/v1/balance', env.STRIPE_API_BASE ?? 'https://api.stripe.com').href, {
      bearer: env.STRIPE_SECRET_KEY,
      // A restricted key may not read the balance; that it is told so is answer enough.
      isFine: (status) => status === 200 || status === 403,
    }),
  email: () =>
    pingUrl(new URL('/emails', env.RESEND_BASE_URL ?? 'https://api.resend.com').href, {
      bearer: env.RESEND_API_KEY,
      // Keys that may only send are refused here.
      isFine: (status) => status < 500,
    }),
  jobs: checkJobs,
}

export type HealthCheck = keyof typeof CHECKS
export type Health = {
  status: 'ok' | 'degraded' | 'down'
  checks: Record<HealthCheck, 'ok' | 'down'>
}

const TIMEOUT_MS = 2_000
const KEEP_MS = 5_000

let kept: { at: number; health: Promise<Health> } | undefined

/**
 * How the house and the providers it leans on are, at most five seconds old however many ask, within two seconds.
 * `down` without the database: then nothing works; without any of the others something waits or is missing.
 */
export function viewHealth(): Promise<Health> {
  const now = Date.now()
  if (!kept || now - kept.at >= KEEP_MS) kept = { at: now, health: checkAll() }
  return kept.health
}

async function checkAll(): Promise<Health> {
  const names = Object.keys(CHECKS) as HealthCheck[]
  const results = await Promise.all(names.map(async (name) => [name, await check(name)] as const))
  const checks = Object.fromEntries(results) as Health['checks']
  if (checks.database === 'down') return { status: 'down', checks }
  return { status: results.every(([, result]) => result === 'ok') ? 'ok' : 'degraded', checks }
}

async function check(name: HealthCheck): Promise<'ok' | 'down'> {
  try {
    await inTime(CHECKS[name]())
    return 'ok'
  } catch (error) {
    log('warn', 'health.down', { name, reason: error instanceof Error ? error.message : String(error) })
    return 'down'
  }
}

async function inTime(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${TIMEOUT_MS} ms`)), TIMEOUT_MS)
  })
  await Promise.race([work, late]).finally(() => clearTimeout(timer))
}
