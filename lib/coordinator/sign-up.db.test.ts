import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPasswordSession, createWebSession } from '@/lib/accounts/sessions/store'
import { createUser } from '@/lib/accounts/testing/create-user'
import { findContactByEmail } from '@/lib/accounts/users/queries'
import { prisma } from '@/lib/platform/db'
import { newId, newReference } from '@/lib/platform/ids'
import { createTestOrder, createTestPerformance } from '@/prisma/testing'
import { beginSignUp } from './begin-sign-up'
import { completeSignUp, resendSignUpCode } from './complete-sign-up'
import { joinAccount } from './join-account'
import { requestPasswordReset, resetPassword } from './reset-password'
import { must } from './testing/house'
import { findCode, openPostOffice, type PostOffice } from './testing/post-office'
import { sendPhoneCode, verifyPhone } from './verify-phone'

let post: PostOffice
beforeAll(async () => {
  post = await openPostOffice()
})
afterAll(() => post.close())

const PASSWORD = 'correct horse battery'
const newEmail = () => `${newReference(12).toLowerCase()}@example.com`
const address = () => newReference(12)
const from = (locale = 'en') => ({ address: address(), locale })

type Person = { email: string; name?: string; password?: string; phone?: string; locale?: string }
function begin(person: Person) {
  const given = { name: 'Ada', password: PASSWORD, phone: '', locale: 'en', ...person }
  return beginSignUp({ ...given, address: address(), region: 'AT' })
}

async function mailedCode(to: string): Promise<string> {
  await post.deliver()
  return findCode((await post.readMails(to))[0]?.text ?? '')
}

describe('signing up', () => {
  it('opens an account, with its email verified and its phone not yet, once the mailed code is typed', async () => {
    const email = newEmail()
    const { id: signUpId } = must(await begin({ email: ` ${email.toUpperCase()} `, phone: '0664 1234567' }))
    expect(await findContactByEmail(email)).toBeNull()
    const code = await mailedCode(email)
    const user = must(await completeSignUp({ signUpId, code, ...from() }))
    expect(await findContactByEmail(email)).toEqual({
      ...{ ...user, email, name: 'Ada', isEmailVerified: true, locale: 'en' },
      ...{ phone: '+436641234567', isPhoneVerified: false, hasPassword: true },
    })
    expect(must(await createPasswordSession({ email, password: PASSWORD })).user.id).toBe(user.id)
    const again = await completeSignUp({ signUpId, code, ...from() })
    expect(again).toEqual({ ok: false, code: 'bad_code' })
  })

  it('is in the language of whoever signs up, and so are the mails of the account', async () => {
    const email = newEmail()
    const { id: signUpId } = must(await begin({ email, locale: 'de' }))
    await post.deliver()
    const [mail] = await post.readMails(email)
    expect(mail?.subject).toMatch(/^\d{6} ist dein Code/)
    must(await completeSignUp({ signUpId, code: findCode(mail?.text ?? ''), ...from('de') }))
    expect(await findContactByEmail(email)).toMatchObject({ locale: 'de' })
  })

  it('names every field that is wrong, homoglyphs and NUL among them', async () => {
    const refused = await begin({ email: 'аda@example.com', name: 'Ada\0', password: 'short', phone: '12' })
    expect(refused).toMatchObject({ code: 'invalid' })
    const paths = refused.ok ? [] : refused.errors?.map(({ path }) => path)
    expect(paths?.sort()).toEqual(['email', 'name', 'password', 'phone'])
  })

  it('with an email that has an account answers the same; its owner hears of it, and no code opens anything', async () => {
    const email = newEmail()
    must(await createUser({ name: 'Ada', email, password: PASSWORD }))
    const taken = await begin({ email, password: 'of somebody else' })
    const fresh = await begin({ email: newEmail() })
    expect(Object.keys(taken)).toEqual(Object.keys(fresh))
    const { id: signUpId } = must(taken)
    await post.deliver()
    expect((await post.readMails(email))[0]?.subject).toBe('You have an account at TicketBoss already')
    expect(await completeSignUp({ signUpId, code: '123456', ...from() })).toMatchObject({
      code: 'bad_code',
    })
    expect(await createPasswordSession({ email, password: 'of somebody else' })).toMatchObject({ ok: false })
  })

  it("over an account that never verified the email takes it over: the squatter's password and sessions end", async () => {
    const email = newEmail()
    const squatter = must(await createUser({ name: 'Eve', email, password: 'password of Eve' }, null))
    const { id: sessionId } = await createWebSession({ userId: squatter.id })
    const { id: signUpId } = must(await begin({ email }))
    must(await completeSignUp({ signUpId, code: await mailedCode(email), ...from() }))
    expect(await createPasswordSession({ email, password: 'password of Eve' })).toMatchObject({ ok: false })
    must(await createPasswordSession({ email, password: PASSWORD }))
    expect(await prisma.session.findUnique({ where: { id: sessionId } })).toBeNull()
  })

  it('can have another code sent, after which the first is worth nothing; a sign-up that is over cannot', async () => {
    const email = newEmail()
    const { id: signUpId } = must(await begin({ email }))
    const first = await mailedCode(email)
    must(await resendSignUpCode({ signUpId, ...from() }))
    const second = await mailedCode(email)
    if (first !== second) {
      expect(await completeSignUp({ signUpId, code: first, ...from() })).toMatchObject({ ok: false })
    }
    must(await completeSignUp({ signUpId, code: second, ...from() }))
    for (const gone of [signUpId, newId(), 'x\0']) {
      expect(await resendSignUpCode({ signUpId: gone, ...from() })).toMatchObject({
        code: 'not_found',
      })
    }
  })
})

it('orders that a guest placed with an email join its account when it is verified, and not before', async () => {
  const hall = await createTestPerformance()
  const { orderId } = await createTestOrder(hall, [0])
  const email = newEmail()
  await prisma.order.update({ where: { id: orderId }, data: { email: email.toUpperCase() } })
  const ownerOf = async () => (await prisma.order.findUniqueOrThrow({ where: { id: orderId } })).userId
  const { id: userId } = must(await createUser({ name: 'Ada', email, password: PASSWORD }, null))
  await joinAccount({ guestId: null, userId })
  expect(await ownerOf()).toBeNull()
  await prisma.user.update({ where: { id: userId }, data: { emailVerifiedAt: new Date() } })
  await joinAccount({ guestId: null, userId })
  expect(await ownerOf()).toBe(userId)
})

describe('a forgotten password', () => {
  async function makeUser() {
    const email = newEmail()
    return must(await createUser({ name: 'Ada', email, password: PASSWORD }))
  }

  it('is replaced by who brings the code; all sessions end, and a mail says so', async () => {
    const { id: userId, email } = await makeUser()
    await createWebSession({ userId })
    must(await createPasswordSession({ email, password: PASSWORD }))
    must(await requestPasswordReset({ email, address: address() }))
    const code = await mailedCode(email)
    const asked = { email, code, password: 'another long one', address: address() }
    must(await resetPassword(asked))
    expect(await prisma.session.count({ where: { userId, revokedAt: null } })).toBe(0)
    expect(await createPasswordSession({ email, password: PASSWORD })).toMatchObject({ ok: false })
    must(await createPasswordSession({ email, password: 'another long one' }))
    await post.deliver()
    expect((await post.readMails(email))[0]?.subject).toBe('Your TicketBoss password was changed')
    expect(await resetPassword(asked)).toEqual({ ok: false, code: 'bad_code' })
  })

  it('is not replaced by one that is too short, and the code is still good then', async () => {
    const { email } = await makeUser()
    must(await requestPasswordReset({ email, address: address() }))
    const code = await mailedCode(email)
    const asked = { email, code, address: address() }
    expect(await resetPassword({ ...asked, password: 'short' })).toMatchObject({ code: 'invalid' })
    must(await resetPassword({ ...asked, password: 'long enough now' }))
  })

  it('for an email without an account is answered as with one, when asked for and when guessed at', async () => {
    const { email } = await makeUser()
    const answers = async (asked: string) => [
      await requestPasswordReset({ email: asked, address: address() }),
      await resetPassword({ email: asked, code: '000000', password: 'long enough', address: address() }),
    ]
    expect(await answers(newEmail())).toEqual(await answers(email))
  })
})

describe('a phone', () => {
  it("is the account's once the code from the SMS is typed, and codes to reset the password go there", async () => {
    const email = newEmail()
    const { id: userId } = must(await createUser({ name: 'Ada', email, password: PASSWORD }))
    const [phone, next] = ['+436641112223', '+436641112224']
    must(await sendPhoneCode({ userId, phone, address: address() }))
    const [sms] = await post.readSms(phone)
    const code = findCode(sms ?? '')
    const other = must(await createUser({ name: 'Eve', email: newEmail(), password: PASSWORD }))
    const stolen = await verifyPhone({ userId: other.id, phone, code, address: address() })
    expect(stolen).toEqual({ ok: false, code: 'bad_code' })
    must(await verifyPhone({ userId, phone, code, address: address() }))
    expect(await findContactByEmail(email)).toMatchObject({ phone, isPhoneVerified: true })
    must(await sendPhoneCode({ userId, phone: next, address: address() }))
    const [second] = await post.readSms(next)
    must(await verifyPhone({ userId, phone: next, code: findCode(second ?? ''), address: address() }))
    await post.deliver()
    expect((await post.readMails(email))[0]?.text).toContain('phone ending 224')
  })

  it('gets a handful of SMS, whoever asks', async () => {
    const phone = '+436641112225'
    const answers = []
    for (let i = 0; i < 9; i += 1) {
      const { id: userId } = must(await createUser({ name: 'Eve', email: newEmail(), password: PASSWORD }))
      answers.push((await sendPhoneCode({ userId, phone, address: address() })).ok)
    }
    expect(answers).toEqual([true, true, true, true, true, true, true, true, false])
  })

  it('cannot be verified while SMS do not work, and the answer says so', async () => {
    const { id: userId } = must(await createUser({ name: 'Ada', email: newEmail(), password: PASSWORD }))
    await post.cutSms()
    const sent = await sendPhoneCode({ userId, phone: '+436641112226', address: address() })
    expect(sent).toMatchObject({ code: 'unavailable' })
  })
})
