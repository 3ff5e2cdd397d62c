import { runCron } from '@/lib/coordinator/jobs'
import { env } from '@/lib/platform/env'
import { equalSecrets } from '@/lib/platform/ids'

export const maxDuration = 60
const BUDGET_MS = 45_000

/** `GET /api/cron` with the bearer CRON_SECRET: does what a process of our own would do all the time. Else 404. */
export async function GET(request: Request): Promise<Response> {
  const given = request.headers.get('authorization') ?? ''
  if (!env.CRON_SECRET || !equalSecrets(given, `Bearer ${env.CRON_SECRET}`)) {
    return Response.json({ code: 'not_found' }, { status: 404 })
  }
  return Response.json(await runCron(BUDGET_MS), { headers: { 'Cache-Control': 'no-store' } })
}
