import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Resend } from 'resend'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type ResendEmulator, startResendEmulator } from './start'

const mail = {
  from: 'TicketBoss <tickets@example.com>',
  to: 'ada@example.com',
  subject: 'Your tickets',
  html: '<p>Hi</p>',
}
let dir: string
let emulator: ResendEmulator
let resend: Resend

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'mail-'))
  await start()
})
afterEach(() => emulator.close())

async function start() {
  emulator = await startResendEmulator({ port: 0, apiKey: 're_1', dir })
  resend = connect('re_1')
}

const connect = (key: string) => new Resend(key, { baseUrl: emulator.url })

async function readInbox(to: string) {
  const response = await fetch(`${emulator.url}/inbox.json?to=${to}`)
  return ((await response.json()) as { items: { subject: string; id: string }[] }).items
}

test('a mail with attachments arrives with every byte of them', async () => {
  const content = Buffer.from('%PDF-1.7 tickets')
  const { data } = await resend.emails.send({ ...mail, attachments: [{ filename: 'tickets.pdf', content }] })
  const { data: attached } = await resend.emails.attachments.list({ emailId: data!.id })
  expect(attached?.data).toMatchObject([
    { filename: 'tickets.pdf', content_type: 'application/pdf', size: 16 },
  ])
  const bytes = await (await fetch(attached!.data[0]!.download_url)).text()
  expect(bytes).toBe('%PDF-1.7 tickets')
})

test('the inbox shows inline images in their place, and runs no script', async () => {
  const attachments = [{ filename: 'a.png', content: Buffer.from('png'), contentId: 'ticket-1' }]
  const html = '<img src="cid:ticket-1"><script>alert(1)</script>'
  const { data } = await resend.emails.send({ ...mail, html, attachments })
  const shown = await fetch(`${emulator.url}/inbox/${data!.id}/html`)
  expect(shown.headers.get('content-security-policy')).toContain("script-src 'none'")
  const [, source] = /src="(http[^"]+)"/.exec(await shown.text())!
  expect(await (await fetch(source!)).text()).toBe('png')
})

test('a subject cannot break out of the inbox page', async () => {
  await resend.emails.send({ ...mail, subject: '<script>alert(1)</script>' })
  const page = await (await fetch(emulator.url)).text()
  expect(page).toContain('&lt;script&gt;')
  expect(page).not.toContain('<script>')
})

test('the same idempotency key sends once, and with other content nothing', async () => {
  const idempotencyKey = 'order-1'
  const first = await resend.emails.send(mail, { idempotencyKey })
  const second = await resend.emails.send(mail, { idempotencyKey })
  expect(second.data?.id).toBe(first.data?.id)
  const other = await resend.emails.send({ ...mail, subject: 'Other' }, { idempotencyKey })
  expect(other.error).toMatchObject({ name: 'invalid_idempotent_request' })
  expect(await readInbox('ada@example.com')).toHaveLength(1)
})

test('a mail without a recipient, to no address, or with a wrong key is refused', async () => {
  expect((await resend.emails.send({ ...mail, to: '' })).error?.name).toBe('missing_required_field')
  expect((await resend.emails.send({ ...mail, to: 'nobody' })).error?.name).toBe('validation_error')
  expect((await connect('re_2').emails.send(mail)).error?.message).toBe('API key is invalid')
})

test('a batch arrives in one call', async () => {
  const { data } = await resend.batch.send([mail, { ...mail, to: 'ben@example.com' }])
  expect(data?.data).toHaveLength(2)
  expect(await readInbox('ben@example.com')).toHaveLength(1)
})

test('a send can fail after its effect, and its repeat finds the first', async () => {
  const body = JSON.stringify({ rules: [{ effect: 'fail-after', times: 1 }] })
  await fetch(`${emulator.url}/_emulator/faults`, { method: 'POST', body })
  const send = () => resend.emails.send(mail, { idempotencyKey: 'k' })
  expect((await send()).error?.statusCode).toBe(500)
  expect((await send()).error).toBeNull()
  expect(await readInbox('ada@example.com')).toHaveLength(1)
})

test('mails survive a restart', async () => {
  await resend.emails.send(mail)
  await emulator.close()
  await start()
  expect((await readInbox('ada@example.com')).map(({ subject }) => subject)).toEqual(['Your tickets'])
})
