import { afterEach, beforeEach, expect, test } from 'vitest'
import { findFreePort } from '../ports'
import { startTwilioEmulator } from './emulate'

const accountSid = `AC${'1'.repeat(32)}`
let twilio: Awaited<ReturnType<typeof startTwilioEmulator>>

beforeEach(async () => {
  const port = await findFreePort()
  twilio = await startTwilioEmulator({ port, accountSid, authToken: 'token', from: '+15005550006' })
})
afterEach(() => twilio.close())

function callMessages(token: string, body?: Record<string, string>) {
  const authorization = `Basic ${Buffer.from(`${accountSid}:${token}`).toString('base64')}`
  return fetch(`${twilio.url}/2010-04-01/Accounts/${accountSid}/Messages.json`, {
    headers: { authorization },
    ...(body ? { method: 'POST', body: new URLSearchParams(body) } : {}),
  })
}

test('an SMS that is sent can be read back', async () => {
  const sent = await callMessages('token', {
    To: '+431234567',
    From: '+15005550006',
    Body: 'Your code is 123',
  })
  expect(sent.status).toBe(201)
  const { messages } = (await (await callMessages('token')).json()) as { messages: object[] }
  expect(messages).toMatchObject([{ to: '+431234567', body: 'Your code is 123' }])
})

test('a wrong token sends nothing', async () => {
  expect((await callMessages('wrong', { To: '+431234567', From: '+15005550006', Body: 'x' })).status).toBe(
    401,
  )
})
