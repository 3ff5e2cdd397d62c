import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openBoss, stopJobs } from '@/lib/platform/jobs'
import { blockDraft, createTestPerformance, type TestPerformance } from '@/prisma/testing'
import { openStripeBooks, type StripeBooks } from '../fixtures/stripe-books'
import { BROKEN } from './testing/sale/broken'
import { COMMANDS, type Commands } from './testing/sale/house'
import { SEATS_PER_ROW } from './testing/sale/model'
import { endings, runSale } from './testing/sale/run'
import { sequences } from './testing/sale/sequences'
import { stepCounts } from './testing/sale/step'

vi.mock('@/lib/platform/background', () => import('../fixtures/background'))

const RUNS = 300
/** FC_SEED repeats a run of this test: the same sequences, the same outcome. */
const seed = Number(process.env.FC_SEED ?? Math.floor(Math.random() * 2 ** 31))

let books: StripeBooks
let hall: TestPerformance

beforeAll(async () => {
  books = await openStripeBooks()
  hall = await createTestPerformance({ draft: blockDraft(2, SEATS_PER_ROW) })
  await openBoss()
  // Outages are told as warnings, by the hundred.
  vi.spyOn(console, 'warn').mockImplementation(() => {})
})
afterAll(async () => {
  await stopJobs()
  await books.close()
})

const saleOf = (commands: Commands) =>
  fc.asyncProperty(sequences(), (steps) => runSale({ books, hall, commands, steps }))

describe(`any sequence of what fans, time, Stripe and crashes do (FC_SEED=${seed})`, () => {
  it(`leaves every seat with one owner and every sum with its seats, ${RUNS} times`, async () => {
    console.info(`sale model: FC_SEED=${seed} repeats these ${RUNS} runs`)
    await fc.assert(saleOf(COMMANDS), { seed, numRuns: RUNS })
    console.info(describeCounts(endings))
    console.info(describeCounts(stepCounts))
  }, 600_000)

  it('got to every kind of step, and orders to every kind of end', () => {
    expect([...stepCounts.keys()].sort()).toEqual(STEP_KINDS)
    expect([...endings.keys()]).toEqual(expect.arrayContaining(ENDINGS))
  })
})

describe('control: the model sees', () => {
  it.each(Object.entries(BROKEN))(
    '%s',
    async (_, breakHouse) => {
      vi.spyOn(console, 'error').mockImplementation(() => {})
      const commands = { ...COMMANDS, ...breakHouse(books) }
      const { failed, errorInstance, numRuns } = await fc.check(saleOf(commands), {
        ...{ seed, numRuns: 5 * RUNS, endOnFailure: true },
      })
      books.mend()
      expect(failed, `nothing seen in ${numRuns} runs`).toBe(true)
      expect(errorInstance).toMatchObject({ name: 'AssertionError' })
    },
    300_000,
  )
})

const STEP_KINDS = [
  ...['bank-lets-go', 'best', 'cancel', 'check-out', 'confirm', 'expire', 'hold', 'page-ends', 'pay'],
  ...['reconcile', 'release', 'return', 'sweep', 'time', 'webhook'],
]

const ENDINGS = [
  'paid, page complete, card captured',
  'cancelled, page complete, card released',
  'cancelled, page expired, card released',
  'cancelled, page expired, card none',
  'cancelled, page none, card none',
]

function describeCounts(counts: Map<string, number>): string {
  return [...counts].map(([what, count]) => `${what}: ${count}`).join(' · ')
}
