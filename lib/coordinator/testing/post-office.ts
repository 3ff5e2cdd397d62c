import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startTwilioEmulator } from '@/host/emulators/emulate'
import { startResendEmulator } from '@/host/emulators/resend/start'
import { findFreePort } from '@/host/ports'
import { env } from '@/lib/platform/env'
import { runDueJobs } from '../jobs'

export type PostOffice = Awaited<ReturnType<typeof openPostOffice>>

/** For tests: mail and SMS as on a laptop. Open it before anything is sent; then `deliver` what is due and read it. */
export async function openPostOffice() {
  const accountSid = env.TWILIO_ACCOUNT_SID as string
  const login = { accountSid, authToken: env.TWILIO_AUTH_TOKEN as string, from: env.TWILIO_FROM as string }
  const twilio = await startTwilioEmulator({ port: await findFreePort(), ...login })
  const dir = mkdtempSync(join(tmpdir(), 'inbox-'))
  const resend = await startResendEmulator({ port: 0, apiKey: env.RESEND_API_KEY, dir })
  Object.assign(env, { TWILIO_BASE_URL: twilio.url, RESEND_BASE_URL: resend.url })
  return {
    deliver: () => runDueJobs(10_000),
    /** Newest first. */
    readMails: async (to: string): Promise<{ subject: string; text: string; html: string }[]> => {
      const answer = await fetch(`${resend.url}/inbox.json?to=${encodeURIComponent(to)}`)
      return ((await answer.json()) as { items: { subject: string; text: string; html: string }[] }).items
    },
    readSms: async (to: string): Promise<string[]> => {
      const authorization = `Basic ${Buffer.from(`${accountSid}:${login.authToken}`).toString('base64')}`
      const path = `/2010-04-01/Accounts/${accountSid}/Messages.json?To=${encodeURIComponent(to)}`
      const answer = await fetch(`${twilio.url}${path}`, { headers: { authorization } })
      const { messages } = (await answer.json()) as { messages: { to: string; body: string }[] }
      return messages.filter((sms) => sms.to === to).map((sms) => sms.body)
    },
    /** From now on no SMS can be sent. */
    cutSms: () => twilio.close(),
    close: async () => {
      await Promise.all([twilio.close().catch(() => {}), resend.close()])
      rmSync(dir, { recursive: true })
    },
  }
}

/** The six digits in a mail or an SMS. */
export function findCode(text: string): string {
  const code = /\b\d{6}\b/.exec(text)?.[0]
  if (!code) throw new Error(`no code in: ${text}`)
  return code
}
