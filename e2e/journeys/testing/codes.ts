import { expect } from '@playwright/test'
import { readInbox } from './inbox'

/** SMS to a number, newest first, from the stand-in. */
export async function readSms(to: string): Promise<string[]> {
  const { TWILIO_ACCOUNT_SID: sid, TWILIO_AUTH_TOKEN: token, TWILIO_BASE_URL: url } = process.env
  const response = await fetch(`${url}/2010-04-01/Accounts/${sid}/Messages.json?PageSize=1000`, {
    headers: { authorization: `Basic ${Buffer.from(`${sid}:${token}`).toString('base64')}` },
  })
  const { messages } = (await response.json()) as { messages: { to: string; body: string }[] }
  return messages.filter((message) => message.to === to).map((message) => message.body)
}

/** The code of the `nth` SMS to a number, once it is there. */
export async function codeFromSms(to: string, nth = 1): Promise<string> {
  await expect.poll(async () => (await readSms(to)).length, { timeout: 20_000 }).toBeGreaterThanOrEqual(nth)
  return findCode((await readSms(to))[0] ?? '')
}

/** The code of the newest mail to an address that has one, once it is there. */
export async function codeFromMail(to: string): Promise<string> {
  const subjects = async () => (await readInbox(to)).map(({ subject }) => subject)
  await expect.poll(async () => (await subjects()).join(), { timeout: 20_000 }).toMatch(/\b\d{6}\b/)
  return findCode((await subjects()).find((subject) => /\b\d{6}\b/.test(subject)) ?? '')
}

function findCode(text: string): string {
  return /\b\d{6}\b/.exec(text)?.[0] ?? ''
}
