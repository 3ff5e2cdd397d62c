import { prisma } from '@/lib/platform/db'

const running = new Set<Promise<unknown>>()

/**
 * A host for background work that can be waited for, as `after` is one: use it in place of
 * `@/lib/platform/background`. Here all maps are told at once; how they are is another test's matter.
 */
export function runInBackground(name: string, work: () => Promise<unknown>): void {
  const run = (name === 'publish-seat-changes' ? prisma.seatChange.deleteMany() : work()).finally(() =>
    running.delete(run),
  )
  running.add(run)
}

/** Nothing in a test is old enough to be tidied. */
export function runNowAndThen(): void {}

/** Until nothing runs any more. Rejects with what a piece of work was rejected with. */
export async function finishBackground(): Promise<void> {
  while (running.size > 0) await Promise.all(running)
}
