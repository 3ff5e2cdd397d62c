/** Runs at most `max` tasks at a time, the others in the order they came. */
export function createLimiter(max: number): <T>(task: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let running = 0
  return async (task) => {
    if (running >= max) await new Promise<void>((resolve) => waiting.push(resolve))
    else running += 1
    try {
      return await task()
    } finally {
      // Hands the place on instead of freeing it, so that nobody can slip in before the one who waits.
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}
