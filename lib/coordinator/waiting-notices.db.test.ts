import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { prisma } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { newId, newReference } from '@/lib/platform/ids'
import { blockDraft, createTestOrder, createTestPerformance, type TestPerformance } from '@/prisma/testing'
import { callNextInLine } from './call-next-in-line'
import { joinWaitingList } from './join-waiting-list'
import { letCalledSeatsGo } from './leave-waiting-list'
import { returnTicket } from './return-ticket'
import { sendReturnMail } from './send-return-mail'
import { sendWaitingNotice } from './send-waiting-notice'
import { must } from './testing/house'
import { openPostOffice, type PostOffice } from './testing/post-office'

let post: PostOffice
beforeAll(async () => {
  post = await openPostOffice()
})
afterAll(() => post.close())

const newEmail = () => `grace-${newReference(8).toLowerCase()}@example.com`
const newPhone = () => `+43664${String(Math.floor(Math.random() * 9_000_000) + 1_000_000)}`

/** One seat, sold, and its owner gives it back as soon as somebody waits. */
async function fullHouse() {
  const hall = await createTestPerformance({ draft: blockDraft(1, 1) })
  const { orderId, ticketIds } = await createTestOrder(hall, [0])
  const [guestId, email] = [newId(), newEmail()]
  const data = { guestId, email, locale: 'fr' }
  const { accessToken } = await prisma.order.update({ where: { id: orderId }, data })
  return { hall, guestId, email, accessToken, ticketId: ticketIds[0] as string }
}

function askToJoin(hall: TestPerformance, { locale = 'en', phone = '', email = newEmail() } = {}) {
  const input = { category: 0, seatCount: 1, name: 'Grace', email, phone }
  const who = { owner: { guestId: newId() }, address: newId() }
  return joinWaitingList({ ...who, performanceId: hall.performanceId, input, locale })
}

const join = async (...asked: Parameters<typeof askToJoin>) => must(await askToJoin(...asked))

/** The owner of the only seat returns it, and who is first is called. */
async function giveBack({ hall, guestId, ticketId }: Awaited<ReturnType<typeof fullHouse>>) {
  must(await returnTicket({ access: { guestId }, ticketId }))
  await callNextInLine(hall.performanceId)
}

describe('who waits', () => {
  it('hears of it in their language, by mail and by one SMS, with the link to take the seats', async () => {
    const house = await fullHouse()
    const entry = await join(house.hall, { locale: 'de', phone: newPhone() })
    await giveBack(house)
    await post.deliver()
    await sendWaitingNotice({ entryId: entry.id, kind: 'called' })
    const url = `${env.APP_URL}/waiting-list/${entry.key}`
    const [called, ...others] = await post.readMails(entry.email)
    expect(called?.subject).toMatch(/^Ein Platz für dich bis \d\d:\d\d: Test event$/)
    expect(called?.html).toContain(`href="${url}"`)
    expect(called?.text).toContain('€ 45,00')
    expect(others.filter(({ subject }) => subject === called?.subject)).toEqual([])
    const sms = await post.readSms(entry.phone as string)
    expect(sms).toHaveLength(1)
    expect(sms[0]).toMatch(/^TicketBoss: 1 Platz für Test event, für dich reserviert bis \d\d:\d\d: /)
    expect(sms[0]).toContain(url)
  })

  it('has the link mailed again on joining once more, to the address that waits, and no second SMS', async () => {
    const house = await fullHouse()
    const { email, key, phone } = await join(house.hall, { phone: newPhone() })
    await giveBack(house)
    await post.deliver()
    const again = await askToJoin(house.hall, { email: email.toUpperCase() })
    expect(again).toMatchObject({ code: 'already_waiting' })
    await post.deliver()
    const mails = await post.readMails(email)
    expect(mails.map(({ subject }) => subject.slice(0, 14))).toEqual(['A seat for you', 'A seat for you'])
    expect(mails[0]?.html).toContain(`/waiting-list/${key}`)
    expect(await post.readSms(phone as string)).toHaveLength(1)
  })

  it('is not told of seats that have gone on meanwhile', async () => {
    const house = await fullHouse()
    const entry = await join(house.hall, { phone: newPhone() })
    await giveBack(house)
    expect(await letCalledSeatsGo(entry.key)).toBe(true)
    await post.deliver()
    await sendWaitingNotice({ entryId: entry.id, kind: 'called' })
    expect(await post.readMails(entry.email)).toEqual([])
    expect(await post.readSms(entry.phone as string)).toEqual([])
  })

  it('has the mail where no SMS can be sent', async () => {
    await post.cutSms()
    const house = await fullHouse()
    const entry = await join(house.hall, { phone: newPhone() })
    await giveBack(house)
    await post.deliver()
    expect((await post.readMails(entry.email))[0]?.subject).toMatch(/^A seat for you until /)
  })
})

describe('who returns a ticket', () => {
  it('hears that it is on offer, and nothing that is not true', async () => {
    const house = await fullHouse()
    await giveBack(house)
    await post.deliver()
    const { id: returnId } = await prisma.ticketReturn.findFirstOrThrow({
      where: { ticketId: house.ticketId },
    })
    await sendReturnMail({ returnId, kind: 'sold' })
    await sendReturnMail({ returnId, kind: 'unsold' })
    const mails = await post.readMails(house.email)
    expect(mails.map(({ subject }) => subject)).toEqual(['Proposé à la liste d’attente : Test event'])
    expect(mails[0]?.html).toContain(`${env.APP_URL}/tickets/${house.ticketId}?key=${house.accessToken}`)
  })
})
