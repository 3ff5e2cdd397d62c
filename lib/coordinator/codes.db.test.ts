import { afterAll, beforeAll, expect, it } from 'vitest'
import { prisma } from '@/lib/platform/db'
import { newReference } from '@/lib/platform/ids'
import { createTestOrder, createTestPerformance } from '@/prisma/testing'
import { checkCode } from './check-code'
import { openOrder, requestOrderCode } from './open-order'
import { requestCode } from './request-code'
import { must } from './testing/house'
import { findCode, openPostOffice, type PostOffice } from './testing/post-office'

let post: PostOffice
beforeAll(async () => {
  post = await openPostOffice()
})
afterAll(() => post.close())

const newEmail = () => `${newReference(12).toLowerCase()}@example.com`
const address = () => newReference(12)
const ask = (purpose: 'verify_email' | 'reset_password', subject: string, isSignUp = false) =>
  requestCode({ purpose, subject, isSignUp, address: address() })

function makeUser(more: { phone?: string; phoneVerifiedAt?: Date } = {}) {
  return prisma.user.create({
    data: { email: newEmail(), name: 'Ada', emailVerifiedAt: new Date(), ...more },
  })
}

it('a code that was asked for comes by mail and opens; asked again, only the newer one does', async () => {
  const email = newEmail()
  must(await ask('verify_email', email, true))
  await post.deliver()
  const first = findCode((await post.readMails(email))[0]?.text ?? '')
  must(await ask('verify_email', email, true))
  await post.deliver()
  const [newest] = await post.readMails(email)
  const second = findCode(newest?.text ?? '')
  expect(newest?.subject).toContain(second)
  const check = (code: string) =>
    checkCode({ purpose: 'verify_email', subject: email, code, address: address() })
  if (first !== second) expect(await check(first)).toMatchObject({ code: 'bad_code' })
  expect(await check(second)).toMatchObject({ ok: true })
})

it('of two asked for before either was sent, only the newer is sent', async () => {
  const email = newEmail()
  must(await ask('verify_email', email))
  must(await ask('verify_email', email))
  await post.deliver()
  expect(await post.readMails(email)).toHaveLength(1)
})

it('an address that has an account gets a word about it and no code', async () => {
  const { email } = await makeUser()
  must(await ask('verify_email', email, true))
  await post.deliver()
  const [mail] = await post.readMails(email)
  expect(mail?.subject).toBe('You have an account at TicketBoss already')
  expect(mail?.text).not.toMatch(/\b\d{6}\b/)
})

it('to reset a password it goes to the saved phone by SMS and not by mail; to an unverified one never', async () => {
  const phone = '+436641234567'
  const verified = await makeUser({ phone, phoneVerifiedAt: new Date() })
  must(await ask('reset_password', verified.email))
  await post.deliver()
  const [sms] = await post.readSms(phone)
  expect(sms).toMatch(/\n\n@localhost #\d{6}$/)
  expect(await post.readMails(verified.email)).toEqual([])
  const unverified = await makeUser({ phone: '+436641234568' })
  must(await ask('reset_password', unverified.email))
  await post.deliver()
  expect(await post.readSms('+436641234568')).toEqual([])
  expect(await post.readMails(unverified.email)).toHaveLength(1)
})

it('for an email without an account the same is done and answered, and nothing is sent', async () => {
  const known = (await makeUser()).email
  const unknown = newEmail()
  const rows = async (email: string) => {
    const [codes, limits] = [await prisma.code.count(), await prisma.rateLimit.count()]
    const jobs = async () =>
      Number((await prisma.$queryRaw<{ n: bigint }[]>`SELECT count(*) AS n FROM pgboss.job`)[0]?.n)
    const before = await jobs()
    const answer = await ask('reset_password', email)
    return {
      answer,
      codes: (await prisma.code.count()) - codes,
      limits: (await prisma.rateLimit.count()) - limits,
      jobs: (await jobs()) - before,
    }
  }
  const work = await rows(known)
  expect(work).toEqual({ answer: { ok: true, value: null }, codes: 1, limits: 3, jobs: 1 })
  expect(await rows(unknown)).toEqual(work)
  await post.deliver()
  expect(await post.readMails(unknown)).toEqual([])
  expect(await post.readMails(known)).toHaveLength(1)
})

it('guessing is refused in the same way for an email with an account and one without', async () => {
  for (const subject of [(await makeUser()).email, newEmail()]) {
    must(await ask('reset_password', subject))
    const guesses = Array.from({ length: 8 }, () =>
      checkCode({ purpose: 'reset_password', subject, code: '000000', address: address() }),
    )
    for (const answer of await Promise.all(guesses)) expect(answer).toEqual({ ok: false, code: 'bad_code' })
  }
})

it('is sent five times in a quarter of an hour to one contact, from wherever it is asked for', async () => {
  const email = newEmail()
  const answers = []
  for (let i = 0; i < 6; i += 1) answers.push((await ask('verify_email', email)).ok)
  expect(answers).toEqual([true, true, true, true, true, false])
})

it('one address cannot try codes of many contacts for long', async () => {
  const from = address()
  const tries = Array.from({ length: 61 }, () =>
    checkCode({ purpose: 'reset_password', subject: newEmail(), code: '123456', address: from }),
  )
  const codes = (await Promise.all(tries)).map((answer) => (answer.ok ? 'ok' : answer.code))
  expect(codes.filter((code) => code === 'bad_code')).toHaveLength(60)
  expect(codes.filter((code) => code === 'rate_limited')).toHaveLength(1)
})

it("opens a guest's order by reference, email and code; with another email nothing is sent or opened", async () => {
  const hall = await createTestPerformance()
  const { orderId } = await createTestOrder(hall, [0])
  const email = newEmail()
  const { reference, accessToken } = await prisma.order.update({ where: { id: orderId }, data: { email } })
  const typed = { reference: ` ${reference.toLowerCase()} `, email: email.toUpperCase() }
  must(await requestOrderCode({ ...typed, address: address() }))
  await post.deliver()
  const [mail] = await post.readMails(email)
  const code = findCode(mail?.subject ?? '')
  const eve = { reference, email: newEmail() }
  must(await requestOrderCode({ ...eve, address: address() }))
  await post.deliver()
  expect(await post.readMails(eve.email)).toEqual([])
  expect(await openOrder({ ...eve, code, address: address() })).toEqual({ ok: false, code: 'bad_code' })
  expect(must(await openOrder({ ...typed, code, address: address() }))).toEqual({ orderId, accessToken })
})

it('while no SMS can be sent, the mail brings the code and says so', async () => {
  const { email } = await makeUser({ phone: '+436641234569', phoneVerifiedAt: new Date() })
  await post.cutSms()
  must(await ask('reset_password', email))
  await post.deliver()
  const [mail] = await post.readMails(email)
  expect(mail?.text).toContain('We could not reach your phone by SMS')
  const code = findCode(mail?.text ?? '')
  expect(
    await checkCode({ purpose: 'reset_password', subject: email, code, address: address() }),
  ).toMatchObject({ ok: true })
})
