import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { composeCodeSms } from './compose-code-sms'
import { openSmsSender } from './twilio'

let server: Server
let baseUrl: string
let status = 201
let received = ''

/** Answers as Twilio's REST API does, with the status a test wants. */
beforeAll(async () => {
  server = createServer(async (request, response) => {
    received = request.url ?? ''
    for await (const chunk of request) received += ` ${chunk}`
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(status === 201 ? { sid: 'SM1' } : { status, code: 21_211, message: 'no' }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())

const accountSid = `AC${'1'.repeat(32)}`
const send = () =>
  openSmsSender({ accountSid, authToken: 'token', from: '+15005550006', baseUrl }).sendSms({
    ...{ to: '+436641234567', text: 'Hello' },
  })

it('is sent from our number through the address that is configured', async () => {
  status = 201
  expect(await send()).toEqual({ ok: true, value: { id: 'SM1' } })
  expect(received).toBe(
    `/2010-04-01/Accounts/${accountSid}/Messages.json To=%2B436641234567&From=%2B15005550006&Body=Hello`,
  )
})

it.each([
  [400, 'invalid'],
  [401, 'unavailable'],
  [429, 'unavailable'],
  [500, 'unavailable'],
])('answers %i as %s and does not throw', async (answered, code) => {
  status = answered
  expect(await send()).toMatchObject({ ok: false, code })
})

it('with a code is one segment of GSM 7-bit text that names our site', () => {
  const text = composeCodeSms({ code: '012345', minutes: 10, host: 'tickets.example.com' })
  expect(text).toMatch(/\n\n@tickets\.example\.com #012345$/)
  expect(text.length).toBeLessThanOrEqual(160)
  expect(text).toMatch(/^[\x20-\x7e\n]+$/)
})
