import { env } from './env'
import { ERRORS } from './errors'
import type { Refusal } from './result'

/** What a refusal is over HTTP: RFC 9457, with the stable `code` and the facts that go with it. */
export type Problem = {
  type: string
  title: string
  status: number
  code: string
  detail: string
  requestId: string
  [fact: string]: unknown
}

/** The body of a refusal. `type` is the address where the code is explained. */
export function describeProblem({ ok: _, code, detail, ...facts }: Refusal, requestId: string): Problem {
  const { status, title } = ERRORS[code]
  const { retryAfterSeconds: __, ...shown } = facts
  const type = new URL(`/developers#error-${code}`, env.APP_URL).href
  return { type, title, status, code, detail: detail ?? title, requestId, ...shown }
}

/** Headers that a refusal has besides its body. */
export function problemHeaders({ code, retryAfterSeconds, location }: Refusal): Record<string, string> {
  const { status } = ERRORS[code]
  const waits = retryAfterSeconds ?? (status === 429 || status === 503 ? 5 : null)
  return {
    'content-type': 'application/problem+json',
    'cache-control': 'private, no-store',
    ...(waits === null ? {} : { 'retry-after': String(Math.max(1, Math.ceil(waits))) }),
    // There may be more on its way that nobody will read.
    ...(status === 413 ? { connection: 'close' } : {}),
    ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
    ...(location ? { location } : {}),
  }
}

/** The whole answer of a refusal. */
export function toProblem(refusal: Refusal, requestId: string): Response {
  const problem = describeProblem(refusal, requestId)
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { ...problemHeaders(refusal), 'x-request-id': requestId },
  })
}
