import type { Answer } from './http/answer'
import { ApiError } from './http/errors'
import type { Store } from './store'

/** Stripe may prune a key after a day; from then on the same key means a new request. */
const KEPT_SECONDS = 24 * 60 * 60
const MAX_KEPT = 2000

export type KeyedRequest = { key: string; request: string; fingerprint: string; now: number }

/** Remembers the answers of keyed requests, and which of them are being worked on. */
export class Idempotency {
  readonly #store: Store
  readonly #working = new Set<string>()

  constructor(store: Store) {
    this.#store = store
  }

  /**
   * The saved answer for this key, or null when the request is to be worked on (then `finish` must follow).
   * Throws 400 when the key was used with other parameters or for another endpoint, 409 while its first request
   * is still in progress.
   */
  begin(asked: KeyedRequest): Answer | null {
    if (asked.key.length > 255) throw idempotencyError('Idempotency keys can be at most 255 characters long.')
    const saved = this.#store.tables.answers.get(asked.key)
    const isKept = saved && asked.now - saved.savedAt < KEPT_SECONDS
    if (isKept) {
      refuseOtherUse(asked, saved)
      const headers = { 'idempotent-replayed': 'true', 'original-request': saved.requestId }
      return { status: saved.status, body: saved.body, headers }
    }
    if (this.#working.has(asked.key)) throw keyInUse()
    this.#working.add(asked.key)
    return null
  }

  /** Ends the work on a key. `answer` is saved unless it is null (nothing had begun, so the key stays unused). */
  finish(asked: KeyedRequest, requestId: string, answer: Answer | null): void {
    this.#working.delete(asked.key)
    if (!answer) return
    const { status, body } = answer
    const { answers } = this.#store.tables
    const { request, fingerprint, now: savedAt } = asked
    answers.delete(asked.key)
    answers.set(asked.key, { request, fingerprint, requestId, status, body, savedAt })
    for (const [oldest, row] of answers) {
      if (answers.size <= MAX_KEPT && savedAt - row.savedAt < KEPT_SECONDS) break
      answers.delete(oldest)
    }
  }
}

function refuseOtherUse(asked: KeyedRequest, saved: { request: string; fingerprint: string }): void {
  const advice = `Try using a key other than '${asked.key}' if you meant to execute a different request.`
  if (saved.request !== asked.request) {
    throw idempotencyError(
      `Keys for idempotent requests can only be used for the same endpoint they were first used for ('${asked.request}' vs '${saved.request}'). ${advice}`,
    )
  }
  if (saved.fingerprint !== asked.fingerprint) {
    throw idempotencyError(
      `Keys for idempotent requests can only be used with the same parameters they were first used with. ${advice}`,
    )
  }
}

function idempotencyError(message: string): ApiError {
  return new ApiError(400, { type: 'idempotency_error', message }, false)
}

function keyInUse(): ApiError {
  const message =
    'There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through). Please try again later.'
  return new ApiError(409, { type: 'idempotency_error', code: 'idempotency_key_in_use', message }, false)
}
