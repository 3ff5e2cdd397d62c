import { runInBackground } from '@/lib/platform/background'

/** Runs `work` in the background, one at a time for each performance; who asks meanwhile has it run once more. */
export function runSoon(name: string, work: (performanceId: string) => Promise<unknown>) {
  const underWay = new Map<string, { again: boolean }>()
  return function run(performanceId: string): void {
    const running = underWay.get(performanceId)
    if (running) {
      running.again = true
      return
    }
    const state = { again: false }
    underWay.set(performanceId, state)
    runInBackground(name, async () => {
      try {
        do {
          state.again = false
          await work(performanceId)
        } while (state.again)
      } finally {
        underWay.delete(performanceId)
        if (state.again) run(performanceId)
      }
    })
  }
}
