export type ErrorBody = {
  type: 'invalid_request_error' | 'card_error' | 'api_error' | 'idempotency_error'
  message: string
  code?: string
  param?: string
  decline_code?: string
  charge?: string
  payment_intent?: unknown
  payment_method?: unknown
}

/**
 * An answer in Stripe's error envelope. `started` tells whether the endpoint had begun to work: only then does
 * Stripe keep the answer under the idempotency key, so a request that failed validation may be sent again.
 */
export class ApiError extends Error {
  readonly status: number
  readonly body: ErrorBody
  readonly started: boolean

  constructor(status: number, body: ErrorBody, started = true) {
    super(body.message)
    this.status = status
    this.body = body
    this.started = started
  }
}

/** 400 for a parameter that is missing, unknown or malformed; nothing has happened yet. */
export function invalidParam(message: string, param: string, code?: string): ApiError {
  const body: ErrorBody = { type: 'invalid_request_error', message, param, ...(code ? { code } : {}) }
  return new ApiError(400, body, false)
}

/** 400 for a request that is well formed but does not fit the object's state. */
export function invalidState(message: string, code?: string, extra: Partial<ErrorBody> = {}): ApiError {
  return new ApiError(400, { type: 'invalid_request_error', message, ...(code ? { code } : {}), ...extra })
}

/** 404 as Stripe words it; 400 with a `param` when the id came as a parameter rather than in the path. */
export function noSuch(noun: string, id: string, param?: string): ApiError {
  const message = `No such ${noun}: '${id}'`
  const body: ErrorBody = {
    type: 'invalid_request_error',
    code: 'resource_missing',
    message,
    param: param ?? 'id',
  }
  return new ApiError(param ? 400 : 404, body, false)
}
