import type { z } from 'zod'
import { log } from './log'
import { parse } from './parse'
import { type Result, refuse } from './result'

/**
 * Wraps a server action: checks its input, and turns what nobody expected into `unavailable`, so that a page always
 * gets a Result to show. Next's own signals (redirect, notFound) pass through.
 */
export function defineAction<Schema extends z.ZodType, T>(
  input: Schema,
  run: (data: z.output<Schema>) => Promise<Result<T>>,
): (data: z.input<Schema>) => Promise<Result<T>> {
  return async (data) => {
    const parsed = parse(input, data)
    if (!parsed.ok) return parsed
    try {
      return await run(parsed.value)
    } catch (error) {
      if (isNextSignal(error)) throw error
      log('error', 'action.failed', { error })
      return refuse('unavailable', { retryAfterSeconds: 5 })
    }
  }
}

function isNextSignal(error: unknown): boolean {
  const digest = (error as { digest?: unknown } | null)?.digest
  return typeof digest === 'string' && /^(NEXT_|DYNAMIC_|BAILOUT_)/.test(digest)
}
