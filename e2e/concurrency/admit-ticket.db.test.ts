import { beforeAll, describe, expect, it } from 'vitest'
import { pool, prisma } from '@/lib/platform/db'
import { admit } from '@/lib/reservations/admissions/store'
import { createTestOrder, createTestPerformance, type TestPerformance } from '@/prisma/testing'

const SCANS = 30
let hall: TestPerformance
let nextSeat = 0

beforeAll(async () => {
  hall = await createTestPerformance()
})

async function sellTicket() {
  return (await createTestOrder(hall, [nextSeat++])).ticketIds[0] as string
}

const scan = (ticketId: string, at: number, serial = 1) =>
  admit({ ticketId, performanceId: hall.performanceId, serial, door: `gate ${at}` })

describe('one ticket, photographed, at thirty gates at once', () => {
  it('control: looking first and writing then lets several in', async () => {
    const ticketId = await sellTicket()
    const gates = Array.from({ length: SCANS }, async () => {
      const { rows } = await pool.query('SELECT 1 FROM admission WHERE ticket_id = $1', [ticketId])
      if (rows.length > 0) return false
      await pool.query('INSERT INTO admission (ticket_id) VALUES ($1) ON CONFLICT DO NOTHING', [ticketId])
      return true
    })
    expect((await Promise.all(gates)).filter(Boolean).length).toBeGreaterThan(1)
  })

  it('goes in at one of them, and every other gate is told which', async () => {
    const ticketId = await sellTicket()
    const outcomes = await Promise.all(Array.from({ length: SCANS }, (_, at) => scan(ticketId, at)))
    const admitted = outcomes.filter(({ outcome }) => outcome === 'admitted')
    expect(admitted).toHaveLength(1)
    const where = { ...admitted[0], outcome: 'already_admitted' }
    expect(outcomes.filter(({ outcome }) => outcome !== 'admitted')).toEqual(Array(SCANS - 1).fill(where))
  })

  it('and re-issued meanwhile, the old print comes in before that or not at all', async () => {
    const ticketIds = await Promise.all(Array.from({ length: SCANS }, sellTicket))
    const scans = ticketIds.map(async (ticketId, at) => {
      const reissued = prisma.ticket.update({ where: { id: ticketId }, data: { serial: 2 } })
      const [old] = await Promise.all([scan(ticketId, at), reissued])
      const renewed = await scan(ticketId, at, 2)
      return [old.outcome, renewed.outcome].join(' ')
    })
    const fair = ['admitted already_admitted', 'void admitted']
    expect((await Promise.all(scans)).filter((outcome) => !fair.includes(outcome))).toEqual([])
  })
})
