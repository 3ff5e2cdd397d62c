import { after } from 'next/server'
import { log } from './log'

/**
 * Lets `work` go on after the answer is sent. Inside a request of Next's, its host is asked to wait for it; elsewhere
 * (the self-hosted server, a job) the process lives on anyway.
 */
export function runInBackground(name: string, work: () => Promise<unknown>): void {
  const run = () => work().catch((error) => log('error', 'background.failed', { name, error }))
  try {
    after(run)
  } catch {
    void run()
  }
}

const lastRunAt = new Map<string, number>()

/** The same for tidying up: at most once in `everyMs` in this process, however often it is called. */
export function runNowAndThen(name: string, everyMs: number, work: () => Promise<unknown>): void {
  const now = Date.now()
  if (now - (lastRunAt.get(name) ?? Number.NEGATIVE_INFINITY) < everyMs) return
  lastRunAt.set(name, now)
  runInBackground(name, work)
}
