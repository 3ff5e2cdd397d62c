import { z } from 'zod'
import { isCurrency } from '../money'
import { type ApiError, invalidParam } from './errors'
import type { TreeObject } from './form'

const INTEGER = /^-?\d{1,15}$/

/** A non-empty string; Stripe refuses to unset what cannot be unset. */
export const text = z.string().min(1).max(5000)

/** A whole number, which arrives as text. */
export const integer = z
  .string()
  .regex(INTEGER, { error: (issue) => `Invalid integer: ${String(issue.input)}` })
  .transform(Number)

export const positive = integer.refine((value) => value > 0, 'Invalid positive integer')
export const natural = integer.refine((value) => value >= 0, 'This value must be greater than or equal to 0.')
export const flag = z.enum(['true', 'false']).transform((value) => value === 'true')

export const currency = text
  .transform((value) => value.toLowerCase())
  .refine(isCurrency, { error: (issue) => `Invalid currency: ${String(issue.input)}.` })

export const httpUrl = text.refine((value) => /^https?:\/\/\S+$/i.test(value), 'Not a valid URL')

/** Up to 50 pairs of text. An empty value unsets the key, and a bare empty string unsets them all. */
export const metadata = z
  .record(z.string().max(40), z.string().max(500))
  .refine((pairs) => Object.keys(pairs).length <= 50, 'You can only have up to 50 keys in metadata.')
  .or(z.literal('').transform(() => ({}) as Record<string, string>))

export const seconds = integer
const range = z.strictObject({ gt: seconds, gte: seconds, lt: seconds, lte: seconds }).partial().or(seconds)

/** What every list takes. */
export const listShape = {
  limit: integer.refine((value) => value >= 1 && value <= 100, 'Limit must be between 1 and 100').optional(),
  starting_after: text.optional(),
  ending_before: text.optional(),
  created: range.optional(),
}

/** Checks decoded parameters against an endpoint's schema. Throws Stripe's error for the first thing wrong. */
export function parseParams<S extends z.ZodType>(schema: S, params: TreeObject): z.output<S> {
  const parsed = schema.safeParse(params, { reportInput: true })
  if (parsed.success) return parsed.data
  throw toApiError(firstIssue(parsed.error.issues))
}

/** A union reports one issue that hides the branches' own; the first branch is the one people mean. */
function firstIssue(issues: z.core.$ZodIssue[], parent: PropertyKey[] = []): z.core.$ZodIssue {
  const issue = issues[0] as z.core.$ZodIssue
  const path = [...parent, ...issue.path]
  const branch = issue.code === 'invalid_union' ? issue.errors[0] : undefined
  return branch?.length ? firstIssue(branch, path) : { ...issue, path }
}

function toApiError(issue: z.core.$ZodIssue): ApiError {
  const param = paramName(issue.path)
  if (issue.code === 'unrecognized_keys') {
    const unknown = paramName([...issue.path, issue.keys[0] ?? ''])
    return invalidParam(`Received unknown parameter: ${unknown}`, unknown, 'parameter_unknown')
  }
  if (issue.input === undefined) {
    return invalidParam(`Missing required param: ${param}.`, param, 'parameter_missing')
  }
  if (issue.input === '') {
    return invalidParam(`You passed an empty string for '${param}'.`, param, 'parameter_invalid_empty')
  }
  if (issue.code === 'invalid_format') return invalidParam(issue.message, param, 'parameter_invalid_integer')
  if (issue.code === 'invalid_value') {
    return invalidParam(`Invalid ${param}: must be one of ${issue.values.join(', ')}`, param)
  }
  return invalidParam(issue.code === 'invalid_type' ? `Invalid ${param}` : issue.message, param)
}

function paramName(path: PropertyKey[]): string {
  const [head, ...rest] = path.map(String)
  return `${head ?? ''}${rest.map((key) => `[${key}]`).join('')}`
}
