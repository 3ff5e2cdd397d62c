import { describe, expect, it } from 'vitest'
import { decidePostage } from './rules'
import type { PostageFacts } from './types'

const now = new Date('2026-05-01T12:00:00Z')
const show = (more: Partial<PostageFacts> = {}): PostageFacts => ({
  ...{ performanceId: 'p', title: 'Show', timezone: 'Europe/Vienna', currency: 'EUR', postUntil: null },
  startsAt: new Date('2026-06-01T18:00:00Z'),
  rate: { amount: 450, leadDays: 14 },
  ...more,
})

describe('postage', () => {
  it('is asked once for all performances of an order, the dearest of its organizers', () => {
    const offer = decidePostage([show(), show({ rate: { amount: 700, leadDays: 7 } })], now)
    expect(offer).toEqual({
      ...{ kind: 'offered', fee: { amount: 700, currency: 'EUR' }, timezone: 'Europe/Vienna' },
      until: new Date('2026-05-18T18:00:00Z'),
    })
  })

  it('is not offered where one organizer does not post', () => {
    expect(decidePostage([show(), show({ rate: null })], now)).toEqual({ kind: 'none' })
    expect(decidePostage([], now)).toEqual({ kind: 'none' })
  })

  it('ends with the first cut-off, which a performance may have of its own', () => {
    const early = show({ title: 'Early', postUntil: new Date('2026-05-01T12:00:00Z') })
    expect(decidePostage([show(), early], now)).toEqual({
      ...{ kind: 'too_late', title: 'Early', until: early.postUntil, timezone: 'Europe/Vienna' },
    })
    const before = new Date(now.getTime() - 1)
    expect(decidePostage([show(), early], before).kind).toBe('offered')
  })
})
