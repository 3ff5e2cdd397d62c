import { z } from 'zod'
import { log } from './log'
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
    const parsed = input.safeParse(data)
    if (!parsed.success) return refuse('invalid', { errors: toFieldIssues(parsed.error) })
    try {
      return await run(parsed.data)
    } catch (error) {
      if (isNextSignal(error)) throw error
      log('error', 'action.failed', { error })
      return refuse('unavailable', { retryAfterSeconds: 5 })
    }
  }
}

/** zod's issues as the API names them: `seats[0]`, not `seats.0`. */
export function toFieldIssues(error: z.ZodError): { path: string; message: string }[] {
  return error.issues.map((issue) => ({ path: z.core.toDotPath(issue.path), message: issue.message }))
}

function isNextSignal(error: unknown): boolean {
  const digest = (error as { digest?: unknown } | null)?.digest
  return typeof digest === 'string' && /^(NEXT_|DYNAMIC_|BAILOUT_)/.test(digest)
}
