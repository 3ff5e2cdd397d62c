import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type LobEmulator, startLobEmulator } from './start'

const authorization = `Basic ${Buffer.from('test_key:').toString('base64')}`
const address = {
  name: 'Ada Example',
  address_line1: '1 Main Street',
  address_city: 'Vienna',
  address_country: 'AT',
}
const letter = {
  to: address,
  from: { ...address, name: 'TicketBoss' },
  file: '<p>Hi</p>',
  color: false,
  use_type: 'operational',
}
let dataFile: string
let lob: LobEmulator

beforeEach(async () => {
  dataFile = join(mkdtempSync(join(tmpdir(), 'lob-')), 'letters.json')
  lob = await startLobEmulator({ port: 0, apiKey: 'test_key', dataFile })
})
afterEach(() => lob.close())

async function post(body: object, headers: Record<string, string> = {}) {
  const response = await fetch(`${lob.url}/v1/letters`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { authorization, 'content-type': 'application/json', ...headers },
  })
  return { status: response.status, body: await response.json() }
}

const get = async (path: string) =>
  (await fetch(`${lob.url}/v1/${path}`, { headers: { authorization } })).json()

test('a letter is accepted, then rendered', async () => {
  const { status, body } = await post(letter)
  expect({ status, state: body.status, country: body.to.address_country }).toEqual({
    status: 200,
    state: 'processed',
    country: 'AT',
  })
  await vi.waitFor(async () => expect((await get(`letters/${body.id}`)).status).toBe('rendered'), 3_000)
})

test('a form with a PDF makes a letter too', async () => {
  const form = new FormData()
  for (const side of ['to', 'from'] as const) {
    for (const [field, value] of Object.entries(letter[side])) form.set(`${side}[${field}]`, value)
  }
  form.set('color', 'true')
  form.set('use_type', 'operational')
  form.set('file', new Blob(['%PDF-']), 'tickets.pdf')
  const response = await fetch(`${lob.url}/v1/letters`, {
    method: 'POST',
    body: form,
    headers: { authorization },
  })
  expect(response.status).toBe(200)
})

test('the same idempotency key makes one letter, and with other content none', async () => {
  const key = { 'idempotency-key': 'order-1' }
  const [first, second] = [await post(letter, key), await post(letter, key)]
  expect(second.body.id).toBe(first.body.id)
  expect((await post({ ...letter, color: true }, key)).status).toBe(409)
  expect((await get('letters')).count).toBe(1)
})

test('an address without a street, or in the US without a zip code, is refused by name', async () => {
  const noStreet = await post({ ...letter, to: { ...address, address_line1: '' } })
  expect(noStreet).toMatchObject({
    status: 422,
    body: { error: { message: 'to.address_line1 is required' } },
  })
  const noZip = await post({ ...letter, to: { ...address, address_country: 'US', address_state: 'NY' } })
  expect(noZip).toMatchObject({ status: 422, body: { error: { message: 'to.address_zip is required' } } })
})

test('another API key is refused', async () => {
  expect((await post(letter, { authorization: 'Basic bm86' })).status).toBe(401)
})

test('letters survive a restart', async () => {
  const { body } = await post(letter)
  await lob.close()
  lob = await startLobEmulator({ port: 0, apiKey: 'test_key', dataFile })
  expect((await get(`letters/${body.id}`)).id).toBe(body.id)
})

test('the sender may be a saved address', async () => {
  const { from: _, ...rest } = letter
  expect((await post({ ...rest, from: 'adr_sender' })).status).toBe(200)
  expect((await post({ ...rest, from: 'nobody' })).status).toBe(422)
})

test('what happens to a letter is told: on its way, delivered, and what went wrong', async () => {
  const { body } = await post(letter)
  const happen = (event: string) =>
    fetch(`${lob.url}/_emulator/letters/${body.id}`, {
      ...{ method: 'POST', body: new URLSearchParams({ event }), redirect: 'manual' },
    })
  for (const event of ['Mailed', 'Delivered']) expect((await happen(event)).status).toBe(303)
  const { tracking_events } = await get(`letters/${body.id}`)
  expect(tracking_events.map(({ name }: { name: string }) => name)).toEqual(['Mailed', 'Delivered'])
  await happen('failed')
  expect((await get(`letters/${body.id}`)).status).toBe('failed')
  await happen('canceled')
  expect(await get(`letters/${body.id}`)).toMatchObject({ status: 'canceled', deleted: true })
  expect((await happen('eaten')).status).toBe(400)
})

test('a fault leaves no letter, or one without an answer that the key finds again', async () => {
  const fault = (effect: string) =>
    fetch(`${lob.url}/_emulator/faults`, {
      method: 'POST',
      body: JSON.stringify({ rules: [{ effect, times: 1 }] }),
    })
  await fault('fail-before')
  expect((await post(letter, { 'idempotency-key': 'k' })).status).toBe(503)
  expect((await get('letters')).count).toBe(0)
  await fault('fail-after')
  expect((await post(letter, { 'idempotency-key': 'k' })).status).toBe(503)
  expect((await post(letter, { 'idempotency-key': 'k' })).status).toBe(200)
  expect((await get('letters')).count).toBe(1)
})

test('an address in Nowhere is undeliverable', async () => {
  const ask = async (path: string, body: object) => {
    const headers = { authorization, 'content-type': 'application/json' }
    const response = await fetch(`${lob.url}/v1/${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers,
    })
    return ((await response.json()) as { deliverability?: string }).deliverability
  }
  expect(await ask('us_verifications', { primary_line: '1 Main Street' })).toBe('deliverable')
  expect(await ask('intl_verifications', { primary_line: '1 Nowhere', country: 'AT' })).toBe('undeliverable')
})
