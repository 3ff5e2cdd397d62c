import { describe, expect, it } from 'vitest'
import { cancelOrder } from '@/lib/coordinator/cancel-order'
import { confirmOrder } from '@/lib/coordinator/confirm-order'
import { releasePayment } from '@/lib/coordinator/release-payment'
import { sendOrderMail } from '@/lib/coordinator/send-order-mail'
import { syncPayment } from '@/lib/coordinator/sync-payment'
import { viewOrder, viewTickets } from '@/lib/coordinator/view-order'
import { readTicketKeys, verifyTicketCode } from '@/lib/delivery/codes/rules'
import { prisma } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { findMailState } from '@/lib/reservations/mails/queries'
import { markMailFailed } from '@/lib/reservations/mails/store'
import { releaseSeats } from '@/lib/reservations/releases/store'
import { createTestPerformance } from '@/prisma/testing'
import { startPaying } from '../concurrency/testing/till'
import { checkOutAs, fanWith, hold, must, newFan, seatRows } from '../fixtures/fans'
import { openHallWithOffice } from '../fixtures/hall-with-office'

const { hall, office, freshSeats, intentOf } = openHallWithOffice()

const startSale = (count = 2) => startPaying(hall, freshSeats(count))

describe('a sale', () => {
  it('goes from held seats to paid tickets, and the money is taken once the seats are the fan’s', async () => {
    const { fan, seats, orderId, url } = await startSale()
    expect(await viewOrder(fan.owner, orderId)).toMatchObject({
      ...{ status: 'pending', total: { amount: 9000, currency: 'EUR' }, payment: null },
      lines: [{ seat: { label: 'A-1-1', category: { name: 'Stalls' } } }, { seat: { label: 'A-1-2' } }],
    })
    expect(await office.pay(url)).toBe(303)
    await syncPayment(orderId)
    expect(await viewOrder(fan.owner, orderId)).toMatchObject({
      ...{ status: 'authorized', payment: { brand: 'visa', last4: '4242' } },
    })
    expect(await intentOf(orderId)).toMatchObject({ status: 'requires_capture', amount_received: 0 })
    const paid = must(await confirmOrder({ access: fan.owner, orderId }))
    expect(paid).toMatchObject({ status: 'paid', payment: { brand: 'visa', last4: '4242' } })
    expect(await intentOf(orderId)).toMatchObject({ status: 'succeeded', amount_received: 9000 })
    const rows = await seatRows(hall, seats)
    expect(rows.map((row) => row.status)).toEqual(['sold', 'sold'])
    const tickets = (await viewTickets(fan.owner, orderId)) ?? []
    expect(tickets.map((ticket) => ticket.id).sort()).toEqual(rows.map((row) => row.ticketId).sort())
    const { publicKey } = readTicketKeys(env.TICKET_SIGNING_KEY)
    for (const { id, code, performanceId } of tickets) {
      expect(must(verifyTicketCode(code, publicKey))).toEqual({ ticketId: id, performanceId, serial: 1 })
    }
  })

  it('mails the tickets once: pictures, PDF, receipt and calendar entry', async () => {
    const { fan, orderId, url } = await startSale()
    await office.pay(url)
    must(await confirmOrder({ access: fan.owner, orderId }))
    for (const _ of [1, 2]) must(await sendOrderMail({ orderId, kind: 'confirmation' }))
    const mails = await office.mails(fan.email)
    expect(mails).toHaveLength(1)
    const { reference, accessToken } = await prisma.order.findUniqueOrThrow({ where: { id: orderId } })
    expect(mails[0]?.attachments).toEqual([
      ...[`ticket-${reference}-1.png`, `ticket-${reference}-2.png`, `tickets-${reference}.pdf`],
      ...[`receipt-${reference}.pdf`, `calendar-${reference}.ics`],
    ])
    expect(mails[0]?.html).toContain(`/orders/${orderId}?key=${accessToken}`)
    expect(await viewOrder({ key: accessToken }, orderId)).toMatchObject({ id: orderId, status: 'paid' })
  })

  it('while no mail goes out has its tickets all the same, and the page knows where the mail is', async () => {
    const { fan, orderId, url } = await startSale()
    await office.pay(url)
    await fetch(`${env.RESEND_BASE_URL}/_emulator/faults`, {
      method: 'POST',
      body: JSON.stringify({ rules: [{ effect: 'fail-before', to: fan.email }] }),
    })
    expect(must(await confirmOrder({ access: fan.owner, orderId }))).toMatchObject({ status: 'paid' })
    expect(await sendOrderMail({ orderId, kind: 'confirmation' })).toMatchObject({ code: 'unavailable' })
    expect(await findMailState(orderId, 'confirmation')).toBe('waiting')
    expect(await viewTickets(fan.owner, orderId)).toHaveLength(2)
    await fetch(`${env.RESEND_BASE_URL}/_emulator/faults`, { method: 'DELETE' })
    must(await sendOrderMail({ orderId, kind: 'confirmation' }))
    expect(await findMailState(orderId, 'confirmation')).toBe('sent')
    await markMailFailed(orderId, 'cancelled', 'The address is refused')
    expect(await findMailState(orderId, 'cancelled')).toBe('failed')
  })

  it('of free tickets never goes to Stripe', async () => {
    const free = await createTestPerformance({ amounts: [0] })
    const fan = await fanWith(free, [1, 2])
    const { order, paymentUrl } = must(await checkOutAs(fan))
    expect(paymentUrl).toBeNull()
    expect(must(await confirmOrder({ access: fan.owner, orderId: order.id }))).toMatchObject({
      status: 'paid',
    })
    expect(await prisma.payment.count({ where: { orderId: order.id } })).toBe(0)
    must(await sendOrderMail({ orderId: order.id, kind: 'confirmation' }))
    expect(await office.mails(fan.email)).toHaveLength(1)
  })

  it('after 3-D Secure works the same, and a failed challenge authorizes nothing', async () => {
    const { fan, orderId, url } = await startSale()
    await office.pay(url, '4000002500003155')
    await office.passChallenge(url, 'fail')
    await syncPayment(orderId)
    expect(await viewOrder(fan.owner, orderId)).toMatchObject({ status: 'pending' })
    expect(await confirmOrder({ access: fan.owner, orderId })).toMatchObject({ code: 'not_authorized' })
    await office.pay(url, '4000002500003155')
    expect(await office.passChallenge(url)).toBe(303)
    expect(must(await confirmOrder({ access: fan.owner, orderId }))).toMatchObject({ status: 'paid' })
  })
})

describe('confirming', () => {
  it('twice at once takes the money once, and both hear that it is paid', async () => {
    const { fan, orderId, url } = await startSale()
    await office.pay(url)
    const both = await Promise.all([1, 2].map(() => confirmOrder({ access: fan.owner, orderId })))
    expect(both.map((one) => must(one).status)).toEqual(['paid', 'paid'])
    const { latest_charge } = await intentOf(orderId)
    const captures = (await office.events()).filter(
      ({ type, data }) => type === 'charge.captured' && data.object.id === latest_charge,
    )
    expect(captures).toHaveLength(1)
    expect(await prisma.ticket.count({ where: { orderId } })).toBe(2)
    const again = must(await confirmOrder({ access: fan.owner, orderId }))
    expect(again.status).toBe('paid')
  })

  it('is refused before the card is authorized, and to anyone who may not see the order', async () => {
    const { fan, orderId } = await startSale()
    expect(await confirmOrder({ access: fan.owner, orderId })).toMatchObject({ code: 'not_authorized' })
    const stranger = await newFan()
    for (const access of [stranger.owner, {}, { key: '' }, { key: 'tbo_guessed' }]) {
      expect(await confirmOrder({ access, orderId })).toMatchObject({ code: 'not_found' })
      expect(await cancelOrder({ access, orderId })).toMatchObject({ code: 'not_found' })
      expect(await viewOrder(access, orderId)).toBeNull()
      expect(await viewTickets(access, orderId)).toBeNull()
    }
    expect(await confirmOrder({ access: fan.owner, orderId: 'no-id' })).toMatchObject({ code: 'not_found' })
  })

  it('after a seat was lost charges nothing, lets the card go, and says which seat', async () => {
    const { fan, seats, orderId, url } = await startSale(3)
    await office.pay(url)
    await syncPayment(orderId)
    await releaseSeats(fan.cartId, hall.performanceId, [seats[1] as number])
    expect(await hold(await newFan(), hall, [seats[1] as number])).toBe(true)
    const refused = await confirmOrder({ access: fan.owner, orderId })
    const label = (await prisma.orderLine.findFirstOrThrow({ where: { orderId, seatIndex: seats[1] } }))
      .seatLabel
    expect(refused).toMatchObject({ code: 'seats_lost', seats: [label] })
    must(await releasePayment(orderId))
    expect(await viewOrder(fan.owner, orderId)).toMatchObject({
      status: 'cancelled',
      cancelReason: 'seats_lost',
    })
    expect(await intentOf(orderId)).toMatchObject({ status: 'canceled', amount_received: 0 })
    expect(await prisma.ticket.count({ where: { orderId } })).toBe(0)
    expect((await seatRows(hall, seats)).map((row) => row.status)).toEqual(['held', 'held', 'held'])
    expect(await confirmOrder({ access: fan.owner, orderId })).toMatchObject({
      code: 'seats_lost',
      seats: [label],
    })
    must(await sendOrderMail({ orderId, kind: 'cancelled' }))
    expect((await office.mails(fan.email))[0]?.subject).toContain('You were not charged')
  })

  it('control: without looking at who holds it, a lost seat would be sold over its new holder', async () => {
    const [seatIndex] = freshSeats(1) as [number]
    const [fan, rival] = [await fanWith(hall, [seatIndex]), await newFan()]
    const { order } = must(await checkOutAs(fan))
    await releaseSeats(fan.cartId, hall.performanceId, [seatIndex])
    await hold(rival, hall, [seatIndex])
    const { performanceId } = hall
    const onlyToSee = new Error('only to see')
    const sold = prisma.$transaction(async (tx) => {
      const line = await tx.orderLine.findFirstOrThrow({ where: { orderId: order.id } })
      const ticket = await tx.ticket.create({
        data: { orderId: order.id, orderLineId: line.id, performanceId, seatIndex, holder: 'Ada' },
      })
      await tx.performanceSeat.update({
        where: { performanceId_seatIndex: { performanceId, seatIndex } },
        data: { status: 'sold', ticketId: ticket.id, holdId: null, heldUntil: null },
      })
      throw onlyToSee
    })
    await expect(sold).rejects.toBe(onlyToSee)
  })
})

describe('cancelling', () => {
  it('before confirming lets the card go and keeps the seats in the cart', async () => {
    const { fan, seats, orderId, url } = await startSale()
    await office.pay(url)
    await syncPayment(orderId)
    expect(must(await cancelOrder({ access: fan.owner, orderId }))).toMatchObject({
      ...{ status: 'cancelled', cancelReason: 'by_hand' },
    })
    must(await releasePayment(orderId))
    expect((await intentOf(orderId)).status).toBe('canceled')
    expect((await seatRows(hall, seats)).map((row) => row.status)).toEqual(['held', 'held'])
    expect(await confirmOrder({ access: fan.owner, orderId })).toMatchObject({ code: 'not_authorized' })
    const { order, paymentUrl } = must(await checkOutAs(fan))
    expect(order.id).not.toBe(orderId)
    expect(await office.pay(paymentUrl)).toBe(303)
  })

  it('after confirming is too late', async () => {
    const { fan, orderId, url } = await startSale()
    await office.pay(url)
    must(await confirmOrder({ access: fan.owner, orderId }))
    expect(await cancelOrder({ access: fan.owner, orderId })).toMatchObject({ code: 'too_late' })
  })

  it('and confirming at the same moment end in one of the two, with the money to match', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { fan, seats, orderId, url } = await startSale(1)
      await office.pay(url)
      await syncPayment(orderId)
      const request = { access: fan.owner, orderId }
      const [confirmed, cancelled] = await Promise.all([confirmOrder(request), cancelOrder(request)])
      expect([confirmed.ok, cancelled.ok].filter(Boolean)).toHaveLength(1)
      must(await releasePayment(orderId))
      const { status, amount_received } = await intentOf(orderId)
      const [row] = await seatRows(hall, seats)
      if (confirmed.ok) expect([status, amount_received, row?.status]).toEqual(['succeeded', 4500, 'sold'])
      else expect([status, amount_received, row?.status]).toEqual(['canceled', 0, 'held'])
    }
  })
})
