import { env } from '@/lib/platform/env'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { letterSchema, readLetter } from './rules'
import type { LetterRequest, LetterTruth } from './types'

/**
 * The only file that knows Lob's API. No call throws for what Lob may answer: `unavailable` when a later try may
 * succeed, `invalid` when this request never will.
 */

const TIMEOUT_MS = 20_000
/** A check of an address is a courtesy: nobody waits for it. */
const VERIFY_TIMEOUT_MS = 3_000
const MAX_NAME = 40

type LobResult<T> = Result<T, 'unavailable' | 'invalid'>

/** Whether tickets can be posted at all here: the printer's key and where its letters come from are set. */
export function canPost(): boolean {
  return Boolean(env.LOB_API_KEY && env.LOB_FROM_ADDRESS)
}

/** Has a letter printed and mailed, once however often it is asked under one key. */
export async function createLetter(letter: LetterRequest): Promise<LobResult<LetterTruth>> {
  const { to, description, orderId, pdf, idempotencyKey } = letter
  const fields: Record<string, string | undefined> = {
    description,
    'to[name]': to.name.slice(0, MAX_NAME),
    'to[address_line1]': to.line1,
    'to[address_line2]': to.line2,
    'to[address_city]': to.city,
    'to[address_state]': to.region,
    'to[address_zip]': to.postalCode,
    'to[address_country]': to.country,
    from: env.LOB_FROM_ADDRESS,
    color: 'true',
    double_sided: 'false',
    address_placement: 'insert_blank_page',
    mail_type: 'usps_first_class',
    use_type: 'operational',
    'metadata[order]': orderId,
  }
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) if (value) form.set(name, value)
  form.set('file', new Blob([new Uint8Array(pdf)], { type: 'application/pdf' }), 'tickets.pdf')
  const headers = { 'idempotency-key': idempotencyKey }
  return readAnswer(await ask('/v1/letters', { method: 'POST', body: form, headers }))
}

/** The letter as it is now. */
export async function fetchLetter(letterId: string): Promise<LobResult<LetterTruth>> {
  return readAnswer(await ask(`/v1/letters/${encodeURIComponent(letterId)}`, {}))
}

/** Whether letters reach an address, as far as Lob knows; null where it cannot say, or not in time. */
export async function verifyAddress(
  to: LetterRequest['to'],
): Promise<'deliverable' | 'undeliverable' | null> {
  if (!canPost()) return null
  const isHome = to.country === 'US'
  const fields = {
    primary_line: to.line1,
    ...(to.line2 ? { secondary_line: to.line2 } : {}),
    city: to.city,
    ...(to.region ? { state: to.region } : {}),
    ...(to.postalCode ? { [isHome ? 'zip_code' : 'postal_code']: to.postalCode } : {}),
    ...(isHome ? {} : { country: to.country }),
  }
  const path = isHome ? '/v1/us_verifications' : '/v1/intl_verifications'
  const body = JSON.stringify(fields)
  const headers = { 'content-type': 'application/json' }
  const answer = await ask(path, { method: 'POST', body, headers }, VERIFY_TIMEOUT_MS)
  const said = answer.ok ? (answer.value as { deliverability?: unknown }).deliverability : null
  if (said === 'undeliverable' || said === 'no_match') return 'undeliverable'
  return typeof said === 'string' && said.startsWith('deliverable') ? 'deliverable' : null
}

function readAnswer(answer: LobResult<unknown>): LobResult<LetterTruth> {
  if (!answer.ok) return answer
  const parsed = letterSchema.safeParse(answer.value)
  if (parsed.success) return ok(readLetter(parsed.data, new Date()))
  return refuse('unavailable', { detail: 'Lob: an answer that is no letter' })
}

async function ask(path: string, init: RequestInit, timeoutMs = TIMEOUT_MS): Promise<LobResult<unknown>> {
  const authorization = `Basic ${Buffer.from(`${env.LOB_API_KEY ?? ''}:`).toString('base64')}`
  try {
    const response = await fetch(new URL(path, env.LOB_BASE_URL ?? 'https://api.lob.com'), {
      ...init,
      headers: { ...init.headers, authorization },
      signal: AbortSignal.timeout(timeoutMs),
    })
    const body: unknown = await response.json().catch(() => null)
    if (response.ok) return ok(body)
    const detail = `Lob: ${response.status}: ${messageOf(body)}`
    // Unprocessable or not there: this request never works. Keys, limits and their own failures can be mended.
    const isPermanent = [400, 404, 413, 422].includes(response.status)
    return refuse(isPermanent ? 'invalid' : 'unavailable', { detail })
  } catch (error) {
    return refuse('unavailable', { detail: `Lob: ${error instanceof Error ? error.message : 'no answer'}` })
  }
}

function messageOf(body: unknown): string {
  const message = (body as { error?: { message?: unknown } } | null)?.error?.message
  return typeof message === 'string' ? message : 'no message'
}
