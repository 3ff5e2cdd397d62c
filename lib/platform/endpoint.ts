import type { z } from 'zod'
import type { ErrorCode } from './errors'

export const API_BASE = '/api/v1'

/**
 * Who may come in. `public`: nobody is asked who they are, so answers can be shared. `customer`: a guest or a
 * signed-in person. `organizer`: a member of the organizer, or its API key.
 */
export type Access = 'public' | 'customer' | 'organizer'

/** What a request body may be: JSON, or the bytes as they come (`mediaTypes` says of what kind). */
export type BodySpec =
  | { kind: 'json'; schema: z.ZodType; maxBytes?: number }
  | { kind: 'bytes'; mediaTypes: readonly string[]; maxBytes: number }

export type AnswerSpec = {
  status: 200 | 201 | 204
  description: string
  /** Of a JSON answer. */
  schema?: z.ZodType
  /** Of an answer that is a document. */
  mediaTypes?: readonly string[]
}

/**
 * One operation of the API, said once: the route runs on it, the OpenAPI document and the reference page are made of
 * it. `path` is below `/api/v1`, with `{name}` for a part that varies (`PATH_PARAMS` knows each name).
 */
export type Endpoint = {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  path: `/${string}`
  tag: string
  summary: string
  description?: string
  access: Access
  query?: z.ZodObject
  body?: BodySpec
  answer: AnswerSpec
  /** Beyond those that any operation of its kind can answer. */
  errors?: readonly ErrorCode[]
  /** It spends money or seats: `Idempotency-Key` makes a repeat answer what the first did. */
  idempotent?: boolean
  /** Cache-Control of a good answer, which then carries an ETag; left out: `private, no-store`. */
  cache?: string
}

/** Keeps what TypeScript knows of an endpoint, so that its handler is checked against it. */
export function defineEndpoint<const E extends Endpoint>(endpoint: E): E {
  return endpoint
}

type NamesIn<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never

export type ParamsOf<E extends Endpoint> = Record<NamesIn<E['path']>, string>

export type QueryOf<E extends Endpoint> = E extends { query: infer Q extends z.ZodType }
  ? z.output<Q>
  : Record<string, never>

export type BodyOf<E extends Endpoint> = E extends {
  body: { kind: 'json'; schema: infer S extends z.ZodType }
}
  ? z.output<S>
  : E extends { body: { kind: 'bytes' } }
    ? Uint8Array
    : undefined

export type AnswerOf<E extends Endpoint> = E['answer'] extends { schema: infer S extends z.ZodType }
  ? z.input<S>
  : E['answer'] extends { mediaTypes: readonly string[] }
    ? Response
    : null

/** A JSON body as it was sent, after its schema found it good: what a command takes that parses for itself. */
export type SentOf<E extends Endpoint> = E extends {
  body: { kind: 'json'; schema: infer S extends z.ZodType }
}
  ? z.input<S>
  : undefined

/** Every code an endpoint may answer with: its own, and those of its kind. */
export function errorCodesOf({ path, access, query, body, idempotent, errors }: Endpoint): ErrorCode[] {
  const codes: ErrorCode[] = ['unavailable', ...(errors ?? [])]
  if (path.includes('{') || access === 'organizer') codes.push('not_found')
  if (access !== 'public') codes.push('unauthenticated')
  if (query) codes.push('invalid')
  if (body) codes.push('malformed')
  if (body?.kind === 'json') codes.push('invalid')
  if (body || idempotent) codes.push('too_large')
  if (idempotent) codes.push('invalid', 'idempotency_mismatch')
  return [...new Set(codes)]
}
