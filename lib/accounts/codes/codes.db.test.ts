import { describe, expect, it } from 'vitest'
import { prisma } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { newId, newReference } from '@/lib/platform/ids'
import { inTransaction } from '@/lib/platform/transaction'
import { isCodeLive } from './queries'
import { codeOf, MAX_TRIES, MAX_WINDOW_TRIES, subjectHashOf } from './rules'
import { forgetOldCodes, issueCode, spendCode } from './store'

const PURPOSE = 'reset_password'
const someone = () => `${newReference(12).toLowerCase()}@example.com`
const issue = (subject: string) => inTransaction((tx) => issueCode(tx, PURPOSE, subject))
const codeFor = (nonce: string) => codeOf(PURPOSE, nonce, env.AUTH_SECRET)
const where = (subject: string) =>
  ({
    purpose_subjectHash: { purpose: PURPOSE, subjectHash: subjectHashOf(PURPOSE, subject, env.AUTH_SECRET) },
  }) as const
const rowOf = (subject: string) => prisma.code.findUniqueOrThrow({ where: where(subject) })

async function send(subject: string): Promise<string> {
  const nonce = await issue(subject)
  if (!nonce) throw new Error('no code could be made')
  return codeFor(nonce)
}

const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

describe('a code', () => {
  it('opens once, for its own contact and purpose', async () => {
    const [ada, eve] = [someone(), someone()]
    const code = await send(ada)
    await send(eve)
    expect(await spendCode(PURPOSE, eve, code)).toBe(false)
    expect(await spendCode('verify_email', ada, code)).toBe(false)
    expect(await spendCode(PURPOSE, ada, code)).toBe(true)
    expect(await spendCode(PURPOSE, ada, code)).toBe(false)
  })

  it('is brought by many at once and opens for one of them', async () => {
    const ada = someone()
    const code = await send(ada)
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => spendCode(PURPOSE, ada, code)))
    expect(outcomes.filter(Boolean)).toHaveLength(1)
  })

  it('opens nothing after its time, nor once another was sent', async () => {
    const ada = someone()
    const first = await send(ada)
    const second = await send(ada)
    if (first !== second) expect(await spendCode(PURPOSE, ada, first)).toBe(false)
    await prisma.code.update({ where: where(ada), data: { expiresAt: new Date(Date.now() - 1) } })
    expect(await spendCode(PURPOSE, ada, second)).toBe(false)
    expect((await rowOf(ada)).usedAt).toBeNull()
  })

  it('is not in the database, and neither is whom it is for', async () => {
    const ada = someone()
    const code = await send(ada)
    const kept = JSON.stringify(await rowOf(ada))
    expect(kept).not.toContain(code)
    expect(kept).not.toContain(ada)
  })

  it('is live until it is used, over, or followed by another', async () => {
    const ada = someone()
    const nonce = (await issue(ada)) as string
    expect(await isCodeLive(PURPOSE, ada, nonce)).toBe(true)
    expect(await isCodeLive(PURPOSE, ada, newId())).toBe(false)
    const next = (await issue(ada)) as string
    expect(await isCodeLive(PURPOSE, ada, nonce)).toBe(false)
    expect(await spendCode(PURPOSE, ada, codeFor(next))).toBe(true)
    expect(await isCodeLive(PURPOSE, ada, next)).toBe(false)
  })
})

type Attack = { ada: string; code: string; rightAt: number; guesses: number; atOnce: number }

describe('guessing', () => {
  it('many at once count exactly to the limit, and then the right code comes too late', async () => {
    const ada = someone()
    const code = await send(ada)
    const guesses = Array.from({ length: 40 }, () => spendCode(PURPOSE, ada, wrong(code)))
    expect(await Promise.all(guesses)).not.toContain(true)
    expect(await rowOf(ada)).toMatchObject({ tries: MAX_TRIES, windowTries: MAX_TRIES })
    expect(await spendCode(PURPOSE, ada, code)).toBe(false)
  })

  it('is not refreshed by new codes: after twenty tries in a day none is made any more, until the day is over', async () => {
    const ada = someone()
    for (let codes = 0; codes < MAX_WINDOW_TRIES / MAX_TRIES; codes += 1) {
      const code = await send(ada)
      for (let i = 0; i < MAX_TRIES + 2; i += 1) await spendCode(PURPOSE, ada, wrong(code))
    }
    expect((await rowOf(ada)).windowTries).toBe(MAX_WINDOW_TRIES)
    expect(await issue(ada)).toBeNull()
    const yesterday = new Date(Date.now() - 25 * 3_600_000)
    await prisma.code.update({ where: where(ada), data: { windowStart: yesterday } })
    expect(await spendCode(PURPOSE, ada, await send(ada))).toBe(true)
    expect((await rowOf(ada)).windowTries).toBe(1)
  })

  /** The attack: many guesses, the right one among them, `atOnce` at a time. Returns how many passed. */
  async function attack(
    { ada, code, rightAt, guesses, atOnce }: Attack,
    before: () => Promise<void> = async () => {},
  ): Promise<number> {
    let passed = 0
    for (let from = 0; from < guesses; from += atOnce) {
      const batch = Array.from({ length: atOnce }, async (_, i) => {
        await before()
        const guess = from + i === rightAt ? code : wrong(code)
        if (await spendCode(PURPOSE, ada, guess)) passed += 1
      })
      await Promise.all(batch)
    }
    return passed
  }

  it('ten thousand times never passes and never counts to more than the limit', async () => {
    const ada = someone()
    expect(await attack({ ada, code: await send(ada), rightAt: 7_000, guesses: 10_000, atOnce: 100 })).toBe(0)
    expect(await rowOf(ada)).toMatchObject({ tries: MAX_TRIES, usedAt: null })
  })

  it('control: where the count is put back before each guess, the same attack passes', async () => {
    const ada = someone()
    const forget = async () => {
      await prisma.code.update({ where: where(ada), data: { tries: 0, windowTries: 0 } })
    }
    expect(await attack({ ada, code: await send(ada), rightAt: 150, guesses: 200, atOnce: 1 }, forget)).toBe(
      1,
    )
  })
})

it('old codes and sign-ups that came to nothing are forgotten; a count that still matters is not', async () => {
  const [old, fresh] = [someone(), someone()]
  await send(old)
  await send(fresh)
  const past = new Date(Date.now() - 25 * 3_600_000)
  await prisma.code.update({ where: where(old), data: { windowStart: past, expiresAt: past } })
  await prisma.signUp.create({
    data: { email: old, name: 'Ada', passwordHash: 'x', expiresAt: past },
  })
  await forgetOldCodes()
  expect(await prisma.code.findUnique({ where: where(old) })).toBeNull()
  expect(await prisma.code.findUnique({ where: where(fresh) })).not.toBeNull()
  expect(await prisma.signUp.count({ where: { email: old } })).toBe(0)
})
