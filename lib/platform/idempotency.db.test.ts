import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { pool } from './db'
import { answerOnce, hashRequest } from './idempotency'

const hash = hashRequest('POST', '/x', { a: 1 })
const newRequest = () => ({ caller: 'user:1', key: randomUUID(), hash })

/** Work that counts how often it ran. */
function countedWork(status = 201, takesMs = 0) {
  const count = { runs: 0 }
  const work = async () => {
    count.runs += 1
    const run = count.runs
    await sleep(takesMs)
    return { status, body: { run } }
  }
  return { work, count }
}

/** Makes a first request as old as one whose process died. */
async function age(key: string, seconds: number) {
  await pool.query(
    'UPDATE idempotency_key SET created_at = created_at - make_interval(secs => $2) WHERE key = $1',
    [key, seconds],
  )
}

describe('a key', () => {
  it('gives a repeat the first answer, and does the work once', async () => {
    const request = newRequest()
    const { work, count } = countedWork()
    const first = await answerOnce(request, work)
    expect(first).toEqual({ ok: true, value: { status: 201, body: { run: 1 }, isReplay: false } })
    expect(await answerOnce(request, work)).toEqual({
      ...{ ok: true, value: { status: 201, body: { run: 1 }, isReplay: true } },
    })
    expect(count.runs).toBe(1)
  })

  it('control: without it twenty requests at once do the work twenty times; with it, once', async () => {
    const bare = countedWork(201, 50)
    await Promise.all(Array.from({ length: 20 }, () => bare.work()))
    expect(bare.count.runs).toBe(20)
    const request = newRequest()
    const { work, count } = countedWork(201, 50)
    const answers = await Promise.all(Array.from({ length: 20 }, () => answerOnce(request, work)))
    expect(count.runs).toBe(1)
    for (const answer of answers) expect(answer).toMatchObject({ ok: true, value: { body: { run: 1 } } })
    expect(answers.filter((answer) => answer.ok && !answer.value.isReplay)).toHaveLength(1)
  })

  it('keeps a refusal as well', async () => {
    const request = newRequest()
    const { work, count } = countedWork(409)
    await answerOnce(request, work)
    expect(await answerOnce(request, work)).toMatchObject({ value: { status: 409, isReplay: true } })
    expect(count.runs).toBe(1)
  })

  it.each([429, 503])('does not keep an answer that asks to come back (%i)', async (status) => {
    const request = newRequest()
    const { work, count } = countedWork(status)
    await answerOnce(request, work)
    expect(await answerOnce(request, work)).toMatchObject({ value: { status, isReplay: false } })
    expect(count.runs).toBe(2)
  })

  it('is free again where the work broke', async () => {
    const request = newRequest()
    const broken = answerOnce(request, async () => {
      throw new Error('broken')
    })
    await expect(broken).rejects.toThrow('broken')
    expect(await answerOnce(request, countedWork().work)).toMatchObject({ value: { isReplay: false } })
  })

  it('refuses another request, also while the first runs, and is not known to another caller', async () => {
    const request = newRequest()
    const slow = answerOnce(request, countedWork(201, 300).work)
    await sleep(100)
    const other = { ...request, hash: hashRequest('POST', '/x', { a: 2 }) }
    const mismatch = { ok: false, code: 'idempotency_mismatch' }
    expect(await answerOnce(other, countedWork().work)).toEqual(mismatch)
    await slow
    expect(await answerOnce(other, countedWork().work)).toEqual(mismatch)
    const elsewhere = await answerOnce({ ...request, caller: 'user:2' }, countedWork().work)
    expect(elsewhere).toMatchObject({ value: { isReplay: false } })
  })

  it('makes a repeat wait for a first that takes too long only so long, then come back', async () => {
    const request = newRequest()
    const slow = answerOnce(request, countedWork(201, 6_500).work)
    await sleep(100)
    expect(await answerOnce(request, countedWork().work)).toMatchObject({
      code: 'unavailable',
      retryAfterSeconds: 2,
    })
    expect(await slow).toMatchObject({ value: { status: 201 } })
  }, 15_000)

  it('is taken over from a first that died; what that one still says counts for nothing', async () => {
    const request = newRequest()
    let finish = () => {}
    const dead = answerOnce(request, async () => {
      await new Promise<void>((resolve) => {
        finish = resolve
      })
      return { status: 201, body: 'late' }
    })
    await sleep(100)
    await age(request.key, 61)
    expect(await answerOnce(request, countedWork().work)).toMatchObject({ value: { isReplay: false } })
    finish()
    await dead
    expect(await answerOnce(request, countedWork().work)).toMatchObject({
      value: { body: { run: 1 }, isReplay: true },
    })
  })

  it('can be used anew after a day', async () => {
    const request = newRequest()
    await answerOnce(request, countedWork().work)
    await age(request.key, 24 * 3600 + 1)
    const other = { ...request, hash: hashRequest('POST', '/x', { a: 3 }) }
    expect(await answerOnce(other, countedWork().work)).toMatchObject({ value: { isReplay: false } })
  })
})

describe('two requests', () => {
  it('are the same whatever the order of their fields, and differ by method, path and values', () => {
    expect(hashRequest('POST', '/x', { a: 1, b: { c: 2, d: 3 } })).toBe(
      hashRequest('POST', '/x', { b: { d: 3, c: 2 }, a: 1 }),
    )
    const all = [
      hashRequest('POST', '/x', { a: [1, 2] }),
      hashRequest('POST', '/x', { a: [2, 1] }),
      hashRequest('POST', '/y', { a: [1, 2] }),
      hashRequest('DELETE', '/x', { a: [1, 2] }),
      hashRequest('POST', '/x', undefined),
    ]
    expect(new Set(all).size).toBe(all.length)
  })
})
