import { describe, expect, it } from 'vitest'
import { pool } from './db'
import { addressOf, countAgainst, type RateRule } from './rate-limit'

const ruleFor = (part: string, limit = 3): RateRule => ({
  name: 'test',
  parts: [part],
  limit,
  windowSeconds: 3_600,
})

describe('a rate limit', () => {
  it('lets so many through and not one more, however many come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => countAgainst([ruleFor('crowd', 10)])))
    expect(answers.filter((answer) => answer.ok)).toHaveLength(10)
    const refused = answers.find((answer) => !answer.ok)
    expect(refused).toMatchObject({ code: 'rate_limited' })
    if (refused && !refused.ok) expect(refused.retryAfterSeconds).toBeGreaterThan(0)
  })

  it('counts each on its own, and keeps nobody in the clear', async () => {
    for (let i = 0; i < 4; i += 1) await countAgainst([ruleFor('ada@example.com')])
    expect((await countAgainst([ruleFor('ada@example.com')])).ok).toBe(false)
    expect((await countAgainst([ruleFor('bob@example.com')])).ok).toBe(true)
    const { rows } = await pool.query<{ key: string }>('SELECT key FROM rate_limit')
    expect(rows.map((row) => row.key).join()).not.toContain('example')
  })

  it('begins anew once the window before is past too', async () => {
    for (let i = 0; i < 5; i += 1) await countAgainst([ruleFor('later')])
    await pool.query(`UPDATE rate_limit SET window_start = window_start - interval '2 hours'`)
    expect((await countAgainst([ruleFor('later')])).ok).toBe(true)
  })

  it('does not forget at the turn of a window what came just before', async () => {
    await countAgainst([ruleFor('turn')])
    await pool.query(
      `UPDATE rate_limit SET count = 1000000, window_start = window_start - interval '1 hour' WHERE key LIKE 'test:%'`,
    )
    expect((await countAgainst([ruleFor('turn')])).ok).toBe(false)
  })

  it('refuses where any one of several rules is passed', async () => {
    await countAgainst([ruleFor('one', 1)])
    expect((await countAgainst([ruleFor('one', 1), ruleFor('other', 5)])).ok).toBe(false)
  })
})

describe('where a request comes from', () => {
  it('is what the last proxy saw, not what the client says', () => {
    const from = (value: string) =>
      addressOf(new Request('http://x/', { headers: { 'x-forwarded-for': value } }))
    expect(from('10.0.0.1')).toBe('10.0.0.1')
    expect(from('1.2.3.4, 10.0.0.1')).toBe('10.0.0.1')
    expect(addressOf(new Request('http://x/'))).toBe('unknown')
  })
})
