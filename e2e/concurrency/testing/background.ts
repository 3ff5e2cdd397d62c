import { vi } from 'vitest'

const running = new Set<Promise<unknown>>()

/**
 * A host for background work that can be waited for, as `after` is one: use it in place of
 * `@/lib/platform/background`. Maps are not told: that is another test's matter, and makes up for itself.
 */
export const runInBackground = vi.fn((name: string, work: () => Promise<unknown>): void => {
  if (name === 'publish-seat-changes') return
  const run = work().finally(() => running.delete(run))
  running.add(run)
})

/** Until nothing runs any more. Rejects with what a piece of work was rejected with. */
export async function finishBackground(): Promise<void> {
  while (running.size > 0) await Promise.all(running)
}
