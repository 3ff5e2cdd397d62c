import { env } from '@/lib/platform/env'
import { ok, type Result, refuse } from '@/lib/platform/result'

/** The only file that knows Twilio's SDK. */

export type SmsSender = {
  sendSms: (sms: OutgoingSms) => Promise<Result<{ id: string }, 'unavailable' | 'invalid'>>
}

export type OutgoingSms = {
  /** E.164. */
  to: string
  text: string
}

type Config = { accountSid: string; authToken: string; from: string; baseUrl?: string }

const TIMEOUT_MS = 10_000

/**
 * A sender under one account and number. `sendSms` answers `unavailable` when a later try may succeed, and `invalid`
 * when Twilio will never write to this number; it does not throw. Twilio knows no idempotency keys: a repeat is a
 * second SMS.
 */
export function openSmsSender(config: Config): SmsSender {
  const opening = openClient(config)
  // Whoever sends first hears of it; nobody else should.
  opening.catch(() => {})
  return {
    sendSms: async ({ to, text }) => {
      try {
        const client = await opening
        const { sid } = await client.messages.create({ to, from: config.from, body: text })
        return ok({ id: sid })
      } catch (error) {
        return refuse(isPermanent(error) ? 'invalid' : 'unavailable', { detail: `Twilio: ${String(error)}` })
      }
    },
  }
}

let sender: SmsSender | undefined

/** Sends an SMS from the configured number; `unavailable` where none is configured. Never call it inside a transaction. */
export const sendSms: SmsSender['sendSms'] = async (sms) => {
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken, TWILIO_FROM: from } = env
  if (!accountSid || !authToken || !from) return refuse('unavailable', { detail: 'SMS is not configured' })
  sender ??= openSmsSender({ accountSid, authToken, from, baseUrl: env.TWILIO_BASE_URL })
  return sender.sendSms(sms)
}

/** Loaded when the first SMS is sent: most processes never send one, and the SDK is large. */
async function openClient({ accountSid, authToken, baseUrl }: Config) {
  const { default: twilio } = await import('twilio')
  const client = twilio(accountSid, authToken, { timeout: TIMEOUT_MS })
  if (baseUrl) client.api.baseUrl = baseUrl
  return client
}

/** Statuses that blame this very message: the number is none, cannot get SMS, or does not want ours. */
function isPermanent(error: unknown): boolean {
  return (error as { status?: unknown } | null)?.status === 400
}
