import { z } from 'zod'
import type { FieldIssue } from './errors'
import { ok, type Result, refuse } from './result'

/** What a schema makes of a value, or `invalid` with every path that is wrong. */
export function parse<S extends z.ZodType>(schema: S, value: unknown): Result<z.output<S>, 'invalid'> {
  const parsed = schema.safeParse(value)
  return parsed.success ? ok(parsed.data) : refuse('invalid', { errors: toFieldIssues(parsed.error) })
}

/** zod's issues as the API names them (`seats[0]`), a field it does not know by its own path. */
function toFieldIssues(error: z.ZodError): FieldIssue[] {
  return error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({
          path: z.core.toDotPath([...issue.path, key]),
          message: 'is not a field here',
        }))
      : [{ path: z.core.toDotPath(issue.path), message: issue.message }],
  )
}
