import { beforeAll, describe, expect, it } from 'vitest'
import { findOwnEvent, listOwnEvents } from '@/lib/events/own/queries'
import { findEventBySlug } from '@/lib/events/queries'
import type { UpdateEventInput } from '@/lib/events/schema'
import { prisma } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { createEvent } from './create-event'
import { deleteEvent } from './delete-event'
import { type House, makeHouse, makePerformance, must } from './testing/house'
import { updateEvent } from './update-event'

const DAY_MS = 24 * 60 * 60 * 1000

let house: House
let other: House
beforeAll(async () => {
  house = await makeHouse()
  other = await makeHouse()
})

const notFound = { ok: false, code: 'not_found' }

describe('an organizer’s events', () => {
  it('are listed newest first, drafts included, nobody else’s, page by page', async () => {
    const words = { title: 'Next', description: 'Soon.', category: 'talk' }
    for (const title of ['Second', 'Third']) must(await createEvent({ ...house, input: { ...words, title } }))
    const first = await listOwnEvents(house.organizerId, { limit: 2 })
    const rest = await listOwnEvents(house.organizerId, { limit: 2, cursor: first.nextCursor ?? '' })
    expect([...first.items, ...rest.items].map((event) => event.title)).toEqual([
      'Third',
      'Second',
      'A Night of Tests',
    ])
    expect(rest.nextCursor).toBeNull()
  })

  it('are found by their organizer alone', async () => {
    await makePerformance(house)
    expect(await findOwnEvent(house)).toMatchObject({
      id: house.eventId,
      performances: [{ status: 'published' }],
    })
    expect(await findOwnEvent({ ...house, organizerId: other.organizerId })).toBeNull()
    expect(await findOwnEvent({ ...house, eventId: 'nonsense' })).toBeNull()
  })

  it('change what is given and keep the rest, their address too', async () => {
    const input = { title: 'Renamed', subtitle: 'Now with one', imageUrl: 'https://example.com/a.png' }
    must(await updateEvent({ ...house, input }))
    must(await updateEvent({ ...house, input: { imageUrl: null } }))
    expect(await findOwnEvent(house)).toMatchObject({
      title: 'Renamed',
      subtitle: 'Now with one',
      imageUrl: null,
      slug: house.eventSlug,
      category: 'concert',
    })
  })

  it.each<object[]>([[{}], [{ title: '' }], [{ slug: 'mine' }], [{ organizerId: newId() }]])(
    'are not changed by %j',
    async (input) => {
      expect(await updateEvent({ ...house, input: input as UpdateEventInput })).toMatchObject({
        code: 'invalid',
      })
    },
  )

  it('are neither changed nor deleted by somebody else', async () => {
    const theirs = { organizerId: other.organizerId, eventId: house.eventId }
    expect(await updateEvent({ ...theirs, input: { title: 'Stolen' } })).toEqual(notFound)
    expect(await deleteEvent(theirs)).toEqual(notFound)
  })
})

describe('deleting an event', () => {
  it('is refused while a seat is held, done once the hold has ended, and takes it out of sight', async () => {
    const performanceId = await makePerformance(other)
    const key = { performanceId_seatIndex: { performanceId, seatIndex: 0 } }
    const heldUntil = new Date(Date.now() + DAY_MS)
    const held = {
      status: 'held',
      holdId: newId(),
      heldUntil,
      ticketTypeId: newId(),
      priceAmount: 1,
    } as const
    await prisma.performanceSeat.update({ where: key, data: held })
    expect(await deleteEvent(other)).toEqual({ ok: false, code: 'tickets_sold' })
    await prisma.performanceSeat.update({ where: key, data: { heldUntil: new Date(Date.now() - 1000) } })
    expect(await findEventBySlug(other.eventSlug)).not.toBeNull()
    expect(await deleteEvent(other)).toEqual({ ok: true, value: null })
    expect(await findEventBySlug(other.eventSlug)).toBeNull()
    expect(await findOwnEvent(other)).toBeNull()
    expect(await deleteEvent(other)).toEqual(notFound)
  })
})
