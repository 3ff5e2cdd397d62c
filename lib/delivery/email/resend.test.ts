import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createEmulator, type Emulator } from 'emulate'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { newId } from '@/lib/platform/ids'
import { sampleCancelledMail as cancelled, sampleOrderMail as order } from '../testing/sample-mails'
import { composeCancelledMail, composeOrderMail } from './compose-order-mail'
import { openMailbox } from './resend'

// Rendering is a burst of CPU, and a busy machine is no failure.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

describe('sending through Resend', () => {
  let emulator: Emulator
  let recorder: Server
  let baseUrl: string
  const bodies: { attachments?: Record<string, string>[]; headers?: Record<string, string> }[] = []

  /** Stands before the emulator and keeps what went over the wire: the emulator itself forgets attachments. */
  beforeAll(async () => {
    emulator = await createEmulator({ service: 'resend', port: 0 })
    recorder = createServer(async (request, response) => {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk)
      const body = Buffer.concat(chunks)
      bodies.push(JSON.parse(body.toString()))
      const headers = new Headers()
      for (const name of ['authorization', 'content-type', 'idempotency-key']) {
        const value = request.headers[name]
        if (typeof value === 'string') headers.set(name, value)
      }
      const answer = await fetch(`${emulator.url}${request.url}`, { method: 'POST', headers, body })
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text())
    })
    await new Promise<void>((resolve) => recorder.listen(0, '127.0.0.1', resolve))
    baseUrl = `http://127.0.0.1:${(recorder.address() as AddressInfo).port}`
  })

  afterAll(async () => {
    await new Promise((resolve) => recorder.close(resolve))
    await emulator.close()
  })

  const open = (url: string) =>
    openMailbox({ apiKey: 're_test', from: 'TicketBoss <tickets@example.com>', baseUrl: url })

  it('arrives in the inbox, attachments whole, once for one key', async () => {
    const mail = await composeOrderMail(order)
    const outgoing = { ...mail, to: 'ada@example.com', idempotencyKey: newId() }
    const first = await open(baseUrl).sendEmail(outgoing)
    const again = await open(baseUrl).sendEmail(outgoing)
    expect(first).toMatchObject({ ok: true, value: { id: expect.any(String) } })
    expect(again).toEqual(first)
    const inbox = await fetch(`${emulator.url}/emails`, { headers: { authorization: 'Bearer re_test' } })
    const { data } = (await inbox.json()) as { data: { subject: string; to: string[]; text: string }[] }
    expect(data).toHaveLength(1)
    expect(data[0]).toMatchObject({ subject: mail.subject, to: ['ada@example.com'] })
    const wire = bodies[0]!.attachments!
    expect(wire.map((file) => file.filename)).toEqual(mail.attachments.map((file) => file.filename))
    expect(wire.map((file) => Buffer.from(file.content!, 'base64'))).toEqual(
      mail.attachments.map((file) => file.content),
    )
    expect(wire[0]).toMatchObject({ content_id: mail.attachments[0]!.contentId, content_type: 'image/png' })
  })

  it('carries the headers of its own that a mail has', async () => {
    const headers = { 'List-Unsubscribe': '<https://t.example/end>' }
    const mail = { ...(await composeCancelledMail(cancelled)), headers }
    await open(baseUrl).sendEmail({ ...mail, to: 'ada@example.com', idempotencyKey: newId() })
    expect(bodies.at(-1)?.headers).toEqual(headers)
  })

  it('takes another rendering under a used key for sent', async () => {
    const mail = await composeCancelledMail(cancelled)
    const outgoing = { ...mail, to: 'ada@example.com', idempotencyKey: newId() }
    expect(await open(baseUrl).sendEmail(outgoing)).toMatchObject({ ok: true })
    const changed = await open(baseUrl).sendEmail({ ...outgoing, text: `${mail.text} ` })
    expect(changed).toEqual({ ok: true, value: { id: null } })
  })

  it('tells a mail that can never go out from a provider that is away', async () => {
    const mail = { ...(await composeCancelledMail(cancelled)), idempotencyKey: newId() }
    expect(await open(baseUrl).sendEmail({ ...mail, to: 'ada@example.com', subject: '' })).toMatchObject({
      ok: false,
      code: 'invalid',
    })
    expect(await open('http://127.0.0.1:1').sendEmail({ ...mail, to: 'ada@example.com' })).toMatchObject({
      ok: false,
      code: 'unavailable',
      retryAfterSeconds: expect.any(Number),
    })
  })

  it.each([
    [429, 'unavailable'],
    [401, 'unavailable'],
    [503, 'unavailable'],
    [422, 'invalid'],
  ])('answers %i with %s', async (status, code) => {
    const server = createServer((request, response) => {
      request.resume()
      const body = JSON.stringify({ statusCode: status, name: 'application_error', message: 'no' })
      response.writeHead(status, { 'content-type': 'application/json', 'retry-after': '7' }).end(body)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const mail = {
      ...(await composeCancelledMail(cancelled)),
      to: 'ada@example.com',
      idempotencyKey: newId(),
    }
    const sent = await open(url).sendEmail(mail)
    server.close()
    expect(sent).toMatchObject({ ok: false, code, ...(code === 'unavailable' && { retryAfterSeconds: 7 }) })
  })
})
