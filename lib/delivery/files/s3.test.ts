import { createEmulator, type Emulator } from 'emulate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openFileStore } from './s3'

describe('the file store', () => {
  let emulator: Emulator
  const open = (endpoint: string, bucket = 'ticketboss') =>
    openFileStore({ bucket, region: 'us-east-1', endpoint, accessKeyId: 'test', secretAccessKey: 'test' })

  beforeAll(async () => {
    emulator = await createEmulator({
      service: 'aws',
      port: 0,
      seed: { aws: { s3: { buckets: [{ name: 'ticketboss' }] } } },
    })
  })
  afterAll(() => emulator.close())

  it('gives back the very bytes and their type', async () => {
    const store = open(emulator.url)
    const bytes = Buffer.from(Uint8Array.from({ length: 70_000 }, (_, i) => (i * 7919) % 256))
    await store.putFile('tickets/a-1/1.pdf', { bytes, contentType: 'application/pdf' })
    const file = await store.getFile('tickets/a-1/1.pdf')
    expect(file?.contentType).toBe('application/pdf')
    expect(file?.bytes.equals(bytes)).toBe(true)
  })

  it('replaces what was there', async () => {
    const store = open(emulator.url)
    for (const text of ['first', 'second']) {
      await store.putFile('x/y.txt', { bytes: Buffer.from(text), contentType: 'text/plain' })
    }
    expect((await store.getFile('x/y.txt'))?.bytes.toString()).toBe('second')
  })

  it('has null for what is not there, and an error for a store that is away', async () => {
    expect(await open(emulator.url).getFile('nothing/here.pdf')).toBeNull()
    await expect(open('http://127.0.0.1:1').getFile('x/y.txt')).rejects.toThrow()
    await expect(open(emulator.url, 'no-such-bucket').getFile('x/y.txt')).rejects.toThrow()
  })

  it('refuses keys that climb or hide', async () => {
    const store = open(emulator.url)
    for (const key of ['../secrets.json', 'a//b', '/etc/passwd', 'a/../b', '', 'a\u0000b', 'a b', '.env']) {
      await expect(store.getFile(key), key).rejects.toThrow(RangeError)
    }
  })
})
