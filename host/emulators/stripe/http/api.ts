import { createHash } from 'node:crypto'
import type { Emulator } from '../emulator'
import { API_VERSION } from '../events'
import { expandAnswer } from '../expand'
import type { KeyedRequest } from '../idempotency'
import { newId } from '../ids'
import { accountRoutes } from '../resources/accounts'
import { balanceRoutes } from '../resources/balance'
import { chargeRoutes } from '../resources/charges'
import { checkoutSessionRoutes } from '../resources/checkout-sessions'
import { customerRoutes, paymentMethodRoutes } from '../resources/customers'
import { disputeRoutes } from '../resources/disputes'
import { eventRoutes } from '../resources/events-api'
import { paymentIntentRoutes } from '../resources/payment-intents'
import { refundRoutes } from '../resources/refunds'
import { transferRoutes } from '../resources/transfers'
import { type Answer, errorAnswer, jsonAnswer } from './answer'
import { refuseStranger } from './auth'
import { ApiError, invalidParam } from './errors'
import { parseForm, type Tree, type TreeObject } from './form'
import type { Hooks } from './hooks'
import type { Request } from './request'
import { findRoute, type Route } from './router'

const ROUTES: Route[] = [
  ...checkoutSessionRoutes,
  ...paymentIntentRoutes,
  ...chargeRoutes,
  ...refundRoutes,
  ...transferRoutes,
  ...accountRoutes,
  ...customerRoutes,
  ...paymentMethodRoutes,
  ...balanceRoutes,
  ...disputeRoutes,
  ...eventRoutes,
]

type Asked = { requestId: string; key: string | null; params: TreeObject; expand: string[] }

/** Answers a request to `/v1/…`: authenticates, replays or works, expands, and remembers under its key. */
export async function answerApi(emulator: Emulator, request: Request, hooks: Hooks): Promise<Answer> {
  const requestId = newId('req')
  const key = request.method === 'POST' ? (header(request, 'idempotency-key') ?? null) : null
  const answer = await answerChecked(emulator, request, hooks, requestId, key).catch(toErrorAnswer)
  const common: Record<string, string> = {
    'content-type': 'application/json',
    'request-id': requestId,
    'stripe-version': header(request, 'stripe-version') ?? API_VERSION,
  }
  if (key) common['idempotency-key'] = key
  return { ...answer, headers: { ...answer.headers, ...common } }
}

async function answerChecked(
  emulator: Emulator,
  request: Request,
  hooks: Hooks,
  requestId: string,
  key: string | null,
): Promise<Answer> {
  refuseStranger(request)
  const { expand, ...params } = parseForm(request.method === 'GET' ? request.query : request.body)
  const asked: Asked = { requestId, key, params, expand: expandPaths(expand) }
  if (!key) {
    await hooks.beforeEffect?.()
    return swap(work(emulator, request, asked), hooks.answerInstead)
  }
  const keyed = { key, ...printOf(request), now: emulator.nowSeconds() }
  return emulator.idempotency.begin(keyed) ?? workOnce(emulator, request, asked, keyed, hooks)
}

/** Works under an idempotency key, and keeps the answer if the endpoint got as far as starting. */
async function workOnce(
  emulator: Emulator,
  request: Request,
  asked: Asked,
  keyed: KeyedRequest,
  hooks: Hooks,
): Promise<Answer> {
  let kept: Answer | null = null
  try {
    await hooks.beforeEffect?.()
    kept = swap(work(emulator, request, asked), hooks.answerInstead)
    return kept
  } catch (error) {
    if (!(error instanceof ApiError) || error.started) kept = toErrorAnswer(error)
    throw error
  } finally {
    emulator.idempotency.finish(keyed, asked.requestId, kept)
  }
}

function swap(answer: Answer, instead: Answer | undefined): Answer {
  return instead ?? answer
}

function work(emulator: Emulator, request: Request, asked: Asked): Answer {
  const found = findRoute(ROUTES, request.method, request.path)
  if (!found) throw unknownUrl(request)
  const turn = emulator.startTurn(asked.requestId, asked.key)
  try {
    const result = found.route.run(turn, asked.params, found.path)
    return jsonAnswer(200, expandAnswer(turn.tables, result, asked.expand))
  } finally {
    if (request.method !== 'GET') emulator.store.touch()
  }
}

function expandPaths(expand: Tree | undefined): string[] {
  if (expand === undefined) return []
  if (Array.isArray(expand) && expand.every((path) => typeof path === 'string')) return expand
  throw invalidParam('Invalid array', 'expand')
}

/** What makes two requests the same: the endpoint, and the parameters whatever their order. */
function printOf(request: Request): { request: string; fingerprint: string } {
  const pairs = [...new URLSearchParams(request.body)].map(String).sort()
  const fingerprint = createHash('sha256').update(JSON.stringify(pairs)).digest('hex')
  return { request: request.path, fingerprint }
}

function header(request: Request, name: string): string | undefined {
  const value = request.headers[name]
  return Array.isArray(value) ? value[0] : value
}

function unknownUrl({ method, path }: Request): ApiError {
  const message = `Unrecognized request URL (${method}: ${path}). The stand-in for Stripe does not have it, or it does not exist.`
  return new ApiError(404, { type: 'invalid_request_error', message }, false)
}

function toErrorAnswer(error: unknown): Answer {
  if (error instanceof ApiError) return errorAnswer(error.status, error.body)
  if (error instanceof URIError)
    return errorAnswer(400, { type: 'invalid_request_error', message: 'Malformed URL.' })
  console.error('stripe stand-in:', error)
  return errorAnswer(500, { type: 'api_error', message: 'The stand-in for Stripe failed; see its log.' })
}
