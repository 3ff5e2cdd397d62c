import { describe, expect, it } from 'vitest'
import { readLetter } from './rules'

const now = new Date('2026-05-01T12:00:00Z')
const letter = (more: object = {}, ...names: string[]) =>
  readLetter(
    {
      id: 'ltr_1',
      status: 'rendered',
      send_date: '2026-05-01',
      ...more,
      tracking_events: names.map((name) => ({ name })),
    },
    now,
  )

describe('a letter at Lob', () => {
  it('is created, printed, mailed and delivered, in whatever order its events come', () => {
    expect(letter({ status: 'processed' }).status).toBe('created')
    expect(letter().status).toBe('in_production')
    expect(letter({ send_date: '2026-05-03' }).status).toBe('created')
    expect(letter({}, 'Mailed', 'In Transit').status).toBe('mailed')
    expect(letter({}, 'International Exit').status).toBe('mailed')
    expect(letter({}, 'Delivered', 'Mailed').status).toBe('delivered')
  })

  it('failed where it was cancelled, could not be printed or came back', () => {
    for (const failed of [
      letter({ deleted: true }),
      letter({ status: 'canceled' }),
      letter({ status: 'failed' }),
      letter({}, 'Mailed', 'Returned to Sender'),
    ]) {
      expect(failed).toMatchObject({ status: 'failed', failure: expect.stringContaining('letter') })
    }
    expect(letter({}, 'Returned to Sender', 'Delivered')).toMatchObject({
      status: 'delivered',
      failure: null,
    })
  })

  it('tells the day it is expected, where Lob says it', () => {
    expect(letter({ expected_delivery_date: '2026-05-06' }).expectedOn).toBe('2026-05-06')
    expect(letter().expectedOn).toBeNull()
  })
})
