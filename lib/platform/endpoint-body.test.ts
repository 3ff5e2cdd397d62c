import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { parseJson, readBody } from './endpoint-body'

const spec = { kind: 'json', schema: z.unknown() } as const
const encode = (text: string) => new TextEncoder().encode(text)

function post(body: BodyInit, type = 'application/json') {
  const init = { method: 'POST', body, headers: { 'content-type': type }, duplex: 'half' }
  return new Request('http://localhost/', init as RequestInit)
}

/** A body that never ends, and that counts what was taken of it. */
function endless() {
  const taken = { bytes: 0, cancelled: false }
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      taken.bytes += 1024
      controller.enqueue(new Uint8Array(1024).fill(32))
    },
    cancel() {
      taken.cancelled = true
    },
  })
  return { stream, taken }
}

describe('a body', () => {
  it('is JSON in UTF-8', async () => {
    expect(await readBody(post('{"a":[1,"é"]}'), spec)).toEqual({ ok: true, value: { a: [1, 'é'] } })
    expect(await readBody(post('1', 'application/merge-patch+json; charset=utf-8'), spec)).toMatchObject({
      ok: true,
    })
  })

  it.each([
    ['half of it', '{"a":'],
    ['nothing', ''],
    ['bytes that are no UTF-8', new Uint8Array([0x22, 0xff, 0x22])],
    ['NUL in a text', '{"a":"x\\u0000"}'],
    ['NUL in a name', '{"\\u0000":1}'],
    ['half a character', '["\\ud800"]'],
    ['a hundred thousand brackets', '['.repeat(30_000) + ']'.repeat(30_000)],
  ])('is malformed where it is %s', async (_, body) => {
    expect(await readBody(post(body), spec)).toMatchObject({ ok: false, code: 'malformed' })
  })

  it('of another kind than is wanted is malformed', async () => {
    expect(await readBody(post('{}', 'text/plain'), spec)).toMatchObject({ code: 'malformed' })
    const csv = { kind: 'bytes', mediaTypes: ['text/csv'], maxBytes: 10 } as const
    expect(await readBody(post('a,b', 'application/json'), csv)).toMatchObject({ code: 'malformed' })
    expect(await readBody(post('a,b', 'Text/CSV; charset=utf-8'), csv)).toMatchObject({ ok: true })
  })

  it('is too large at its limit, whatever it says of its length, and no more of it is read', async () => {
    const { stream, taken } = endless()
    expect(await readBody(post(stream), { ...spec, maxBytes: 10_000 })).toEqual({
      ok: false,
      code: 'too_large',
    })
    expect(taken.cancelled).toBe(true)
    expect(taken.bytes).toBeLessThan(20_000)
  })

  it('is ignored, up to the limit, where none is wanted', async () => {
    expect(await readBody(post('not json', 'text/plain'), undefined)).toEqual({ ok: true, value: undefined })
    expect(await readBody(post(endless().stream), undefined)).toMatchObject({ code: 'too_large' })
  })

  it('may nest as deep as anybody means', () => {
    const deep = '['.repeat(60) + ']'.repeat(60)
    expect(parseJson(encode(deep)).ok).toBe(true)
  })
})
