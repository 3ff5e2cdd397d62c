import { generateKeyPairSync } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { createApiKey } from '@/lib/accounts/api-keys/store'
import type { Role } from '@/lib/accounts/types'
import { makeOrganizer } from '@/lib/coordinator/testing/house'
import { readTicketKeys, signTicketCode } from '@/lib/delivery/codes/rules'
import { prisma } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { newId } from '@/lib/platform/ids'
import { toOffsetIso } from '@/lib/platform/time'
import { createTestOrder, createTestPerformance, type TestPerformance } from '@/prisma/testing'
import { callApi } from './testing/call-api'
import { read, readProblem } from './testing/read'

let hall: TestPerformance
let slug: string
let door: string
let nextSeat = 0

beforeAll(async () => {
  hall = await createTestPerformance()
  slug = (await prisma.organizer.findUniqueOrThrow({ where: { id: hall.organizerId } })).slug
  door = await keyOf('door')
})

async function keyOf(role: Role, organizerId = hall.organizerId) {
  return (await createApiKey({ organizerId, name: role, role })).key
}

async function sellTicket() {
  const { ticketIds } = await createTestOrder(hall, [nextSeat++])
  return ticketIds[0] as string
}

function codeOf(ticketId: string, { serial = 1, performanceId = hall.performanceId } = {}) {
  return signTicketCode(
    { ticketId, performanceId, serial },
    readTicketKeys(env.TICKET_SIGNING_KEY).privateKey,
  )
}

function scan(json: object, { at = hall.performanceId, token = door, of = slug } = {}) {
  return callApi('POST', `/organizers/${of}/performances/${at}/admissions`, { token, json })
}

describe('the door', () => {
  it('lets a ticket in once, and then says when and where it went in', async () => {
    const ticketId = await sellTicket()
    const admitted = await read(await scan({ code: codeOf(ticketId), door: 'North gate' }))
    expect(admitted).toMatchObject({ result: 'admitted', ticket: { id: ticketId, status: 'valid' } })
    const again = await readProblem(await scan({ code: codeOf(ticketId) }), 409, 'already_admitted')
    const { admittedAt } = await prisma.admission.findUniqueOrThrow({ where: { ticketId } })
    expect(again).toMatchObject({ admittedAt: toOffsetIso(admittedAt), admittedWhere: 'North gate' })
  })

  it('turns away what was refunded, and the old print of what was re-issued', async () => {
    const [refunded, passedOn] = [await sellTicket(), await sellTicket()]
    const { seatIndex } = await prisma.ticket.findUniqueOrThrow({ where: { id: refunded } })
    await prisma.performanceSeat.updateMany({
      where: { performanceId: hall.performanceId, seatIndex },
      data: { status: 'free', ticketId: null, ticketTypeId: null, priceAmount: null },
    })
    await prisma.ticket.update({ where: { id: refunded }, data: { status: 'void' } })
    await prisma.ticket.update({ where: { id: passedOn }, data: { serial: 2 } })
    await readProblem(await scan({ code: codeOf(refunded) }), 409, 'void')
    await readProblem(await scan({ code: codeOf(passedOn) }), 409, 'void')
    await read(await scan({ code: codeOf(passedOn, { serial: 2 }) }))
  })

  it('knows what it never signed, and another night’s ticket, and admits neither', async () => {
    const other = await createTestPerformance()
    const theirs = (await createTestOrder(other, [0])).ticketIds[0] as string
    await readProblem(
      await scan({ code: codeOf(theirs, { performanceId: other.performanceId }) }),
      ...([409, 'wrong_performance'] as const),
    )
    const ticketId = await sellTicket()
    const { privateKey } = generateKeyPairSync('ed25519')
    const forged = signTicketCode({ ticketId, performanceId: hall.performanceId, serial: 1 }, privateKey)
    for (const code of [forged, codeOf(newId()), `${codeOf(ticketId)}x`, 'TB9.a.b', 'hello', '🎟️']) {
      await readProblem(await scan({ code }), 404, 'unknown_ticket')
    }
    for (const json of [{}, { code: 7 }, { code: '' }, { code: 'x'.repeat(501) }, { code: 'x', door: ' ' }]) {
      await readProblem(await scan(json), 422, 'invalid')
    }
    expect(await prisma.admission.count({ where: { ticketId: { in: [theirs, ticketId] } } })).toBe(0)
  })

  it('is opened by those who stand there, for their own house only', async () => {
    const code = codeOf(await sellTicket())
    await readProblem(await scan({ code }, { token: await keyOf('finance') }), 404, 'not_found')
    const stranger = await makeOrganizer()
    const token = await keyOf('owner', stranger.id)
    await readProblem(await scan({ code }, { token, of: stranger.slug }), 404, 'not_found')
    await readProblem(await scan({ code }, { at: newId() }), 404, 'not_found')
    await read(await scan({ code }, { token: await keyOf('manager') }))
  })
})
