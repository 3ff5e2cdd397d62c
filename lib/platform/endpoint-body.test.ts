import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { parseJson, readBody } from './endpoint-body'

const spec = { kind: 'json', schema: z.unknown() } as const
const encode = (text: string) => new TextEncoder().encode(text)

function post(body: BodyInit, type = 'application/json') {
  const init = { method: 'POST', body, headers: { 'content-type': type }, duplex: 'half' }
  return new Request('http://localhost/', init as RequestInit)
}

const MEGABYTE = 1024 * 1024

/** A body of so many megabytes, and what was taken of it. */
function stream(megabytes: number) {
  const taken = { megabytes: 0, cancelled: false }
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (taken.megabytes === megabytes) return controller.close()
      taken.megabytes += 1
      controller.enqueue(new Uint8Array(MEGABYTE).fill(32))
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

  it('is too large past its limit, whatever it says of its length; the rest is read, so that the answer is', async () => {
    const { stream: body, taken } = stream(4)
    expect(await readBody(post(body), { ...spec, maxBytes: 10_000 })).toEqual({
      ok: false,
      code: 'too_large',
    })
    expect(taken).toEqual({ megabytes: 4, cancelled: false })
  })

  it('that never ends is read so far and no further, and not cancelled under its source', async () => {
    const { stream: body, taken } = stream(Number.POSITIVE_INFINITY)
    expect(await readBody(post(body), { ...spec, maxBytes: 10_000 })).toMatchObject({ code: 'too_large' })
    expect(taken.cancelled).toBe(false)
    expect(taken.megabytes).toBeLessThan(40)
  })

  it('that breaks off is malformed', async () => {
    const broken = new ReadableStream({ pull: (controller) => controller.error(new Error('aborted')) })
    expect(await readBody(post(broken), spec)).toMatchObject({ code: 'malformed' })
  })

  it('that says it is far too large is not read at all', async () => {
    const { stream: body, taken } = stream(4)
    const request = post(body)
    request.headers.set('content-length', '1000000000')
    expect(await readBody(request, { ...spec, maxBytes: 10_000 })).toMatchObject({ code: 'too_large' })
    expect(taken.megabytes).toBeLessThan(2)
  })

  it('is ignored, up to the limit, where none is wanted', async () => {
    expect(await readBody(post('not json', 'text/plain'), undefined)).toEqual({ ok: true, value: undefined })
    expect(await readBody(post(stream(1).stream), undefined)).toMatchObject({ code: 'too_large' })
  })

  it('may nest as deep as anybody means', () => {
    const deep = '['.repeat(60) + ']'.repeat(60)
    expect(parseJson(encode(deep)).ok).toBe(true)
  })
})
