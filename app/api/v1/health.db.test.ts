import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { type BoxOffice, openBoxOffice } from '@/e2e/fixtures/box-office'
import { pool } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { callApi } from './testing/call-api'
import { read } from './testing/read'

let office: BoxOffice
beforeAll(async () => {
  office = await openBoxOffice()
})
afterAll(() => office.close())
afterEach(() => void vi.restoreAllMocks())

const startedAt = Date.now()
let minutes = 0

/** As somebody finds us who asks when the last answer is too old. */
async function look(status = 200) {
  minutes += 1
  vi.spyOn(Date, 'now').mockReturnValue(startedAt + minutes * 60_000)
  return read(await callApi('GET', '/health'), status)
}

const fine = { database: 'ok', realtime: 'ok', payments: 'ok', email: 'ok', jobs: 'ok' }

describe('GET /health', () => {
  it('is ok where everything answers', async () => {
    expect(await look()).toEqual({ status: 'ok', checks: fine })
  })

  it('is degraded without payments or mail: seats can still be held', async () => {
    const { STRIPE_API_BASE, RESEND_BASE_URL } = env
    Object.assign(env, { STRIPE_API_BASE: 'http://127.0.0.1:9', RESEND_BASE_URL: 'http://127.0.0.1:9' })
    expect(await look()).toEqual({ status: 'degraded', checks: { ...fine, payments: 'down', email: 'down' } })
    Object.assign(env, { STRIPE_API_BASE, RESEND_BASE_URL })
    expect(await look()).toMatchObject({ status: 'ok' })
  })

  it('is degraded where nobody works the jobs', async () => {
    await pool.query(
      `INSERT INTO pgboss.job (name, data, start_after) VALUES ('send-order-mail', '{}', now() - interval '5 minutes')`,
    )
    expect(await look()).toEqual({ status: 'degraded', checks: { ...fine, jobs: 'down' } })
    await pool.query(`DELETE FROM pgboss.job WHERE name = 'send-order-mail'`)
  })

  it('is down where its database gives no answer, and does not wait for one', async () => {
    // Every connection is taken, so a query waits for as long as the pool lets it: five times our patience.
    const taken = await Promise.all(Array.from({ length: pool.options.max }, () => pool.connect()))
    try {
      expect(await look(503)).toMatchObject({ status: 'down', checks: { database: 'down', realtime: 'ok' } })
    } finally {
      for (const client of taken) client.release()
    }
  })

  it('asks nobody twice in a moment', async () => {
    await look()
    const asked = vi.spyOn(pool, 'query')
    await Promise.all(Array.from({ length: 20 }, () => callApi('GET', '/health')))
    expect(asked).not.toHaveBeenCalled()
  })
})
