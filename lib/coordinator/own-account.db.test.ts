import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findAddress, listAddresses } from '@/lib/accounts/addresses/queries'
import { removeAddress } from '@/lib/accounts/addresses/store'
import { listSessions } from '@/lib/accounts/sessions/queries'
import {
  createPasswordSession,
  createWebSession,
  endOtherSessions,
  endSessionOf,
} from '@/lib/accounts/sessions/store'
import { createUser } from '@/lib/accounts/testing/create-user'
import { findContact } from '@/lib/accounts/users/queries'
import { prisma } from '@/lib/platform/db'
import { newId, newReference } from '@/lib/platform/ids'
import { createTestOrder, createTestPerformance } from '@/prisma/testing'
import { changeEmail, requestEmailChange } from './change-email'
import { changePassword } from './change-password'
import { removePhone, requestPhoneChange } from './change-phone'
import { deleteAccount } from './delete-account'
import { exportAccount } from './export-account'
import { forgetGone } from './forget-gone'
import { holdSeats } from './hold-seats'
import { keepAddress } from './keep-address'
import { must } from './testing/house'
import { findCode, openPostOffice, type PostOffice } from './testing/post-office'
import { viewCart } from './view-cart'

let post: PostOffice
beforeAll(async () => {
  post = await openPostOffice()
})
afterAll(() => post.close())

const PASSWORD = 'correct horse battery'
const newEmail = () => `${newReference(12).toLowerCase()}@example.com`
const address = () => newReference(12)
const makeUser = async (email = newEmail()) =>
  must(await createUser({ name: 'Ada', email, password: PASSWORD }))
const owned = (userId: string, password = PASSWORD) => ({ userId, password, address: address() })

async function mailedCode(to: string): Promise<string> {
  await post.deliver()
  return findCode((await post.readMails(to))[0]?.text ?? '')
}

describe('an email', () => {
  it('changes once the code sent to the new one is typed; the old address hears of it', async () => {
    const { id: userId, email } = await makeUser()
    const next = newEmail()
    expect(await requestEmailChange({ ...owned(userId, 'wrong'), email: next })).toMatchObject({
      code: 'bad_credentials',
    })
    must(await requestEmailChange({ ...owned(userId), email: next }))
    const code = await mailedCode(next)
    expect((await findContact(userId))?.email).toBe(email)
    const other = await makeUser()
    const stolen = { userId: other.id, email: next, code, address: address() }
    expect(await changeEmail(stolen)).toEqual({ ok: false, code: 'bad_code' })
    must(await changeEmail({ ...stolen, userId }))
    expect(await findContact(userId)).toMatchObject({ email: next, isEmailVerified: true })
    await post.deliver()
    expect((await post.readMails(email))[0]?.text).toContain(next)
  })

  it("does not become another account's: it is asked for as any, and its owner gets no code", async () => {
    const [ada, eve] = [await makeUser(), await makeUser()]
    const taken = await requestEmailChange({ ...owned(eve.id), email: ada.email })
    expect(taken).toMatchObject({ ok: true })
    await post.deliver()
    const [mail] = await post.readMails(ada.email)
    expect(mail?.text).not.toMatch(/\b\d{6}\b/)
    expect((await findContact(eve.id))?.email).toBe(eve.email)
  })

  it('is not set by a code, if another account has taken it meanwhile', async () => {
    const { id: userId, email } = await makeUser()
    const next = newEmail()
    must(await requestEmailChange({ ...owned(userId), email: next }))
    const code = await mailedCode(next)
    await makeUser(next)
    const late = await changeEmail({ userId, email: next, code, address: address() })
    expect(late).toEqual({ ok: false, code: 'bad_code' })
    expect((await findContact(userId))?.email).toBe(email)
  })
})

describe('a phone', () => {
  it('is changed and removed only by who knows the password', async () => {
    const { id: userId, email } = await makeUser()
    const phone = { phone: '0664 2223344', region: 'AT' }
    expect(await requestPhoneChange({ ...owned(userId, 'wrong'), ...phone })).toMatchObject({
      code: 'bad_credentials',
    })
    expect(await requestPhoneChange({ ...owned(userId), phone: '12', region: 'AT' })).toMatchObject({
      code: 'invalid',
    })
    expect(await post.readSms('+436642223344')).toEqual([])
    expect(must(await requestPhoneChange({ ...owned(userId), ...phone }))).toEqual({ phone: '+436642223344' })
    expect(await post.readSms('+436642223344')).toHaveLength(1)
    await prisma.user.update({
      where: { id: userId },
      data: { phone: '+436642223344', phoneVerifiedAt: new Date() },
    })
    expect(await removePhone(owned(userId, 'wrong'))).toMatchObject({ code: 'bad_credentials' })
    must(await removePhone(owned(userId)))
    expect(await findContact(userId)).toMatchObject({ phone: null, isPhoneVerified: false })
    await post.deliver()
    expect((await post.readMails(email))[0]?.subject).toContain('no phone')
  })
})

describe('a password', () => {
  it('is changed by who knows it: every other session ends, this one stays', async () => {
    const { id: userId, email } = await makeUser()
    const { id: sessionId } = await createWebSession({ userId })
    await createWebSession({ userId })
    must(await createPasswordSession({ email, password: PASSWORD }))
    const change = { sessionId, newPassword: 'another long one' }
    expect(await changePassword({ ...owned(userId, 'wrong'), ...change })).toMatchObject({
      code: 'bad_credentials',
    })
    expect(await changePassword({ ...owned(userId), ...change, newPassword: 'short' })).toMatchObject({
      code: 'invalid',
    })
    expect(await listSessions(userId)).toHaveLength(3)
    must(await changePassword({ ...owned(userId), ...change }))
    expect((await listSessions(userId)).map(({ id }) => id)).toEqual([sessionId])
    must(await createPasswordSession({ email, password: 'another long one' }))
  })
})

describe('sessions', () => {
  const CHROME =
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36'

  it('are listed with what they were opened by, and ended by their owner alone', async () => {
    const { id: userId, email } = await makeUser()
    const eve = await makeUser()
    const { id } = await createWebSession({ userId, userAgent: CHROME })
    must(await createPasswordSession({ email, password: PASSWORD, userAgent: 'curl' }))
    expect(await listSessions(userId)).toMatchObject([
      { kind: 'app', device: null },
      { kind: 'web', device: { browser: 'Chrome', system: 'Linux' } },
    ])
    for (const wrong of [id.replace(/.$/, '0'), 'x', `${id}\0`]) {
      if (wrong !== id) expect(await endSessionOf(userId, wrong)).toBe(false)
    }
    expect(await endSessionOf(eve.id, id)).toBe(false)
    expect(await listSessions(userId)).toHaveLength(2)
    expect(await endSessionOf(userId, id)).toBe(true)
    expect(await listSessions(userId)).toHaveLength(1)
  })

  it('end all but one', async () => {
    const { id: userId } = await makeUser()
    const { id: here } = await createWebSession({ userId })
    await createWebSession({ userId })
    await createWebSession({ userId })
    expect(await endOtherSessions(userId, here)).toBe(2)
    expect((await listSessions(userId)).map(({ id }) => id)).toEqual([here])
  })
})

describe('the address book', () => {
  const vienna = { name: 'Ada', line1: 'Ring 1', city: 'Vienna', postalCode: '1010', country: 'AT' }

  it('is written, changed and emptied by its owner alone', async () => {
    const [{ id: userId }, eve] = [await makeUser(), await makeUser()]
    must(await keepAddress({ userId, address: vienna }))
    const [kept] = await listAddresses(userId)
    const id = kept?.id ?? ''
    expect(kept).toEqual({ id, ...vienna, line2: null, region: null })
    expect(await findAddress(eve.id, id)).toBeNull()
    const moved = { ...vienna, line1: 'Ring 2' }
    expect(await keepAddress({ userId: eve.id, id, address: moved })).toMatchObject({ code: 'not_found' })
    expect(await removeAddress(eve.id, id)).toBe(false)
    must(await keepAddress({ userId, id, address: moved }))
    expect(await listAddresses(userId)).toMatchObject([{ line1: 'Ring 2' }])
    expect(await removeAddress(userId, id)).toBe(true)
    expect(await listAddresses(userId)).toEqual([])
  })

  it('takes no address that a letter cannot reach', async () => {
    const { id: userId } = await makeUser()
    const refused = await keepAddress({ userId, address: { ...vienna, postalCode: '10100' } })
    expect(refused).toMatchObject({ code: 'invalid', errors: [{ path: 'postalCode' }] })
  })
})

describe('leaving', () => {
  async function makeBuyer() {
    const user = await makeUser()
    const hall = await createTestPerformance()
    const past = await createTestPerformance()
    const [{ orderId }, { orderId: pastOrderId }] = [
      await createTestOrder(hall, [0]),
      await createTestOrder(past, [0]),
    ]
    await prisma.order.updateMany({
      where: { id: { in: [orderId, pastOrderId] } },
      data: { userId: user.id, email: user.email, name: 'Ada' },
    })
    await prisma.performance.update({
      where: { id: past.performanceId },
      data: { startsAt: new Date(Date.now() - 3 * 86_400_000) },
    })
    const waits = { name: 'Ada', email: user.email, category: 0, seatCount: 2, key: newReference(12) }
    const { performanceId } = hall
    await prisma.waitingEntry.create({ data: { ...waits, performanceId, userId: user.id } })
    return { ...user, hall, orderId, pastOrderId }
  }

  it('takes along everything there is, and no secret', async () => {
    const { id: userId, email } = await makeBuyer()
    must(
      await keepAddress({
        userId,
        address: { name: 'Ada', line1: 'Ring 1', city: 'Vienna', postalCode: '1010', country: 'AT' },
      }),
    )
    const everything = await exportAccount(userId)
    expect(everything).toMatchObject({
      account: { email, name: 'Ada' },
      addresses: [{ city: 'Vienna' }],
      orders: [{ email, lines: [{ section: 'A', ticket: { holder: 'Ada' } }] }, {}],
      waitingLists: [{ email, seatCount: 2, status: 'waiting' }],
    })
    expect(JSON.stringify(everything)).not.toMatch(/argon2|accessToken|passwordHash|ownerKey/)
    expect(await exportAccount(newId())).toBeNull()
  })

  it('keeps what a receipt and a night to come need, and nothing else of the person', async () => {
    const buyer = await makeBuyer()
    const { id: userId, email, hall, orderId, pastOrderId } = buyer
    await createWebSession({ userId })
    must(
      await holdSeats({ owner: { userId }, performanceId: hall.performanceId, wish: { seats: ['A-2-5'] } }),
    )
    expect(await deleteAccount(owned(userId, 'wrong'))).toMatchObject({ code: 'bad_credentials' })
    must(await deleteAccount(owned(userId)))
    expect(await prisma.user.findUnique({ where: { id: userId } })).toMatchObject({
      ...{ email: `${userId}@deleted.invalid`, name: 'Deleted account', passwordHash: null, phone: null },
    })
    expect(await prisma.session.count({ where: { userId } })).toBe(0)
    expect((await viewCart({ userId })).holds).toEqual([])
    expect(await prisma.waitingEntry.count({ where: { email } })).toBe(0)
    const order = (id: string) => prisma.order.findUniqueOrThrow({ where: { id } })
    expect(await order(orderId)).toMatchObject({ name: 'Ada', email, totalAmount: 4500 })
    expect(await order(pastOrderId)).toMatchObject({ name: 'Ada', email: 'deleted@deleted.invalid' })
    expect(await createPasswordSession({ email, password: PASSWORD })).toMatchObject({ ok: false })
    await post.deliver()
    expect((await post.readMails(email))[0]?.subject).toBe('Your TicketBoss account is deleted')
    must(await createUser({ name: 'Ada again', email, password: PASSWORD }))
  })

  it('lets go of the email an order to come was kept with, once its night is over', async () => {
    const { id: userId, email, hall, orderId } = await makeBuyer()
    const { id: ticketId } = await prisma.ticket.findFirstOrThrow({ where: { orderId } })
    await prisma.ticketTransfer.create({
      data: {
        ...{ ticketId, offerKey: newReference(12), fromName: 'Ada', fromEmail: email },
        ...{ toName: 'Grace', toEmail: 'grace@example.com', serialBefore: 1 },
      },
    })
    must(await deleteAccount(owned(userId)))
    const order = () => prisma.order.findUniqueOrThrow({ where: { id: orderId } })
    await forgetGone()
    expect((await order()).email).toBe(email)
    const startsAt = new Date(Date.now() - 2 * 86_400_000)
    await prisma.performance.update({ where: { id: hall.performanceId }, data: { startsAt } })
    expect(await forgetGone()).toBe(1)
    expect(await order()).toMatchObject({ name: 'Ada', email: 'deleted@deleted.invalid', totalAmount: 4500 })
    expect(await prisma.ticketTransfer.findFirst({ where: { ticketId } })).toMatchObject({
      ...{ fromEmail: 'deleted@deleted.invalid', toEmail: 'grace@example.com' },
    })
    expect(await forgetGone()).toBe(0)
  })

  it('is not for who works for an organizer, until that is handed over', async () => {
    const { id: userId } = await makeUser()
    const { organizerId } = await createTestPerformance()
    await prisma.membership.create({ data: { userId, organizerId, role: 'owner' } })
    expect(await deleteAccount(owned(userId))).toEqual({ ok: false, code: 'too_late' })
    expect(await findContact(userId)).not.toBeNull()
  })
})
