import type { z } from 'zod'
import {
  type AnswerOf,
  type BodyOf,
  type Endpoint,
  errorCodesOf,
  type ParamsOf,
  type QueryOf,
  type SentOf,
} from './endpoint'
import { answerPublic } from './endpoint-answer'
import { readBody } from './endpoint-body'
import { compilePath, parseQuery } from './endpoint-input'
import { env } from './env'
import { answerOnce, hashRequest, type KeptAnswer } from './idempotency'
import { newId } from './ids'
import { log } from './log'
import { parse } from './parse'
import { describeProblem, problemHeaders, toProblem } from './problem'
import { ok, type Refusal, type Result, refuse } from './result'

/** An answer to a request; a Next route handler, and as well a plain function for any other server. */
export type Door = (request: Request) => Promise<Response>

/** Who asks: `name` tells callers apart (for their idempotency keys). */
export type Identity<Who> = { name: string; who: Who }

export type Identify<E extends Endpoint, Who> = (
  request: Request,
  params: ParamsOf<E>,
) => Promise<Result<Identity<Who>>>

export type Asked<E extends Endpoint, Who> = {
  params: ParamsOf<E>
  query: QueryOf<E>
  body: BodyOf<E>
  /** The body before its schema changed anything, for commands that parse for themselves. */
  sent: SentOf<E>
  who: Who
  request: Request
}

export type Handle<E extends Endpoint, Who> = (
  asked: Asked<E, Who>,
) => Promise<Result<AnswerOf<E> | Response>>

type Work = () => Promise<Result<unknown>>

/**
 * Makes an endpoint answer: reads and checks what is asked, finds out who asks, runs `handle`, and writes its answer or
 * its refusal. A handler sees only what the endpoint declares. Nothing malformed gets past here, and what nobody
 * expected is logged and answered `unavailable`, without a word about its cause.
 */
export function serve<const E extends Endpoint, Who>(
  endpoint: E,
  identify: Identify<E, Who>,
  handle: Handle<E, Who>,
): Door {
  const readParams = compilePath(endpoint.path)
  return async (request) => {
    const requestId = requestIdOf(request)
    try {
      const response = await answer(request, requestId)
      response.headers.set('x-request-id', requestId)
      return response
    } catch (error) {
      log('error', 'endpoint.failed', { requestId, method: endpoint.method, path: endpoint.path, error })
      return toProblem(refuse('unavailable'), requestId)
    }
  }

  async function answer(request: Request, requestId: string): Promise<Response> {
    const asked = await readAsked(request)
    if (!asked.ok) return toProblem(asked, requestId)
    const { name, ...input } = asked.value
    const work = async () => promised(endpoint, await handle(input))
    const key = endpoint.idempotent ? request.headers.get('idempotency-key') : null
    if (key !== null) return answerKeyed(request, requestId, { name, key, body: input.body }, work)
    const result = await work()
    return result.ok ? writeAnswer(endpoint, request, result.value) : toProblem(result, requestId)
  }

  async function readAsked(request: Request): Promise<Result<Asked<E, Who> & { name: string }>> {
    const url = new URL(request.url)
    const params = readParams(url.pathname) as ParamsOf<E> | null
    if (!params) return refuse('not_found')
    const identity = await identify(request, params)
    if (!identity.ok) return identity
    const query = parseQuery(endpoint, url)
    if (!query.ok) return query
    const read = await readBody(request, endpoint.body)
    if (!read.ok) return read
    const body = endpoint.body?.kind === 'json' ? parse(endpoint.body.schema, read.value) : read
    if (!body.ok) return body
    const { name, who } = identity.value
    return ok({
      ...{ params, name, who, request, query: query.value as QueryOf<E> },
      ...{ body: body.value as BodyOf<E>, sent: read.value as SentOf<E> },
    })
  }

  async function answerKeyed(
    request: Request,
    requestId: string,
    { name, key, body }: { name: string; key: string; body: unknown },
    work: Work,
  ): Promise<Response> {
    if (!/^[\x21-\x7e]{1,200}$/.test(key)) {
      const message = 'is not 1 to 200 visible ASCII characters'
      return toProblem(refuse('invalid', { errors: [{ path: 'Idempotency-Key', message }] }), requestId)
    }
    let refusal: Refusal | null = null
    const hash = hashRequest(request.method, new URL(request.url).pathname, body)
    const kept = await answerOnce({ caller: name, key, hash }, async (): Promise<KeptAnswer> => {
      const result = await work()
      if (result.ok) return { status: endpoint.answer.status, body: checked(endpoint, result.value) }
      refusal = result
      const problem = describeProblem(result, requestId)
      return { status: problem.status, body: problem }
    })
    if (!kept.ok) return toProblem(kept, requestId)
    return writeKept(kept.value, refusal)
  }
}

/** A repeat has no refusal at hand, but its kept body says what the headers need. */
function writeKept({ status, body, isReplay }: KeptAnswer & { isReplay: boolean }, refusal: Refusal | null) {
  const code = (body as { code?: unknown } | null)?.code
  const refused = refusal ?? (status >= 400 ? refuse(code as Refusal['code']) : null)
  const headers = {
    'content-type': 'application/json',
    'cache-control': 'private, no-store',
    ...(refused ? problemHeaders(refused) : {}),
    ...(isReplay ? { 'idempotency-replayed': 'true' } : {}),
  }
  return new Response(status === 204 ? null : JSON.stringify(body), { status, headers })
}

function writeAnswer(endpoint: Endpoint, request: Request, value: unknown): Response {
  if (value instanceof Response) return privately(value)
  const { status } = endpoint.answer
  if (status === 204) return new Response(null, { status, headers: { 'cache-control': 'private, no-store' } })
  const json = JSON.stringify(checked(endpoint, value))
  if (endpoint.cache) return answerPublic(request, json, status, endpoint.cache)
  const headers = { 'content-type': 'application/json', 'cache-control': 'private, no-store' }
  return new Response(json, { status, headers })
}

/** A handler's own Response says how it may be cached, or it is nobody else's. */
function privately(response: Response): Response {
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'private, no-store')
  return response
}

/** Outside production an answer that is not what the document promises fails, loudly. */
function checked(endpoint: Endpoint, value: unknown): unknown {
  const schema: z.ZodType | undefined = endpoint.answer.schema
  if (env.NODE_ENV !== 'production') schema?.parse(value)
  return value
}

/** Likewise a refusal that the document does not name. */
function promised<T>(endpoint: Endpoint, result: Result<T>): Result<T> {
  if (result.ok || env.NODE_ENV === 'production' || errorCodesOf(endpoint).includes(result.code))
    return result
  throw new Error(`${endpoint.method} ${endpoint.path} does not say that it may answer ${result.code}`)
}

/** The caller's own id for the request where it has a harmless one. */
function requestIdOf(request: Request): string {
  const given = request.headers.get('x-request-id')
  return given && /^[\w.-]{8,80}$/.test(given) ? given : newId()
}
