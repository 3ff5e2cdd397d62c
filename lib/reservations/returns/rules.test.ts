import { describe, expect, it } from 'vitest'
import { type ReturnableTicket, refuseReturn } from './rules'

const now = new Date('2026-06-01T18:00:00Z')
const good: ReturnableTicket = {
  ...{ status: 'valid', isAdmitted: false, orderStatus: 'paid', isBuyers: true, priceAmount: 4500 },
  ...{ isPaidByCard: true, returnable: true, startsAt: new Date('2026-06-01T18:00:01Z') },
}

describe('a ticket may be returned', () => {
  it('by who bought it, until the performance begins', () => {
    expect(refuseReturn(good, now)).toBeNull()
    expect(refuseReturn({ ...good, orderStatus: 'partially_refunded' }, now)).toBeNull()
  })

  it.each([
    [{ status: 'void' }, 'void'],
    [{ isAdmitted: true }, 'already_admitted'],
    [{ orderStatus: 'confirmed' }, 'not_authorized'],
    [{ returnable: false }, 'not_returnable'],
    [{ isBuyers: false }, 'not_returnable'],
    [{ isPaidByCard: false }, 'not_returnable'],
    [{ priceAmount: 0 }, 'not_returnable'],
    [{ startsAt: now }, 'too_late'],
  ] as const)('but not where it is %j', (but, code) => {
    expect(refuseReturn({ ...good, ...but }, now)).toMatchObject({ code })
  })
})
