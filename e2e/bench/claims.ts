import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { pool, prisma } from '@/lib/platform/db'
import { claimSeats, claimSeatsTogether } from '@/lib/reservations/holds/store'
import type { Claim, ClaimOutcome } from '@/lib/reservations/holds/types'
import { blockDraft, createTestCarts, createTestPerformance, type TestPerformance } from '@/prisma/testing'
import { measureRate, printTable, type Row, type Worker } from './measure'
import { freeAllSeats, type SeatSupply, shuffleSeats } from './seat-supply'

const CLIENTS = 16
const SECONDS = 3
const ROUNDS = 3
const SEAT_COUNT = 100_000

/** What a claim writes to the seats, and nothing else: no hold, no limit, no outbox. The roof of what can be had. */
const BARE_SQL = `
WITH locked AS (
  SELECT seat_index FROM performance_seat WHERE performance_id = $1 AND seat_index = ANY ($2)
  ORDER BY seat_index FOR UPDATE
) UPDATE performance_seat s SET status = 'held', hold_id = $3, held_until = now() + interval '10 minutes',
    ticket_type_id = $4, price_amount = 4500
  FROM locked l WHERE s.performance_id = $1 AND s.seat_index = l.seat_index`

/** Claims per second of `seats` seats each out of 100,000, beside the bare statement and a naive transaction. */
export async function benchClaims(databaseUrl: string): Promise<string> {
  const hall = await createTestPerformance({ draft: blockDraft(200, SEAT_COUNT / 200) })
  const tables: string[] = []
  for (const seats of [2, 10]) tables.push(await benchSize(databaseUrl, hall, seats))
  return tables.join('\n')
}

async function benchSize(databaseUrl: string, hall: TestPerformance, seats: number): Promise<string> {
  const carts = await createTestCarts(60_000)
  let nextCart = 0
  const claimOf = (supply: SeatSupply): Claim => {
    const seatIndexes = supply.take(seats)
    nextCart = (nextCart + 1) % carts.length
    const type = hall.ticketTypeIds[0] as string
    return {
      ...{ cartId: carts[nextCart] as string, performanceId: hall.performanceId, seatIndexes },
      ...{ ticketTypeIds: seatIndexes.map(() => type), chosenType: false },
    }
  }
  const contenders: Record<string, (supply: SeatSupply) => Worker> = {
    'bare statement, pg': (supply) => () => claimBare(claimOf(supply)),
    'claim, coalesced': (supply) => () => expectGranted(claimSeatsTogether(claimOf(supply))),
    'claim, one at a time': (supply) => async () => {
      const claim = claimOf(supply)
      await expectGranted(claimSeats([claim]).then(([outcome]) => outcome as ClaimOutcome))
    },
    'naive Prisma transaction': (supply) => () => claimNaively(claimOf(supply)),
  }
  const rows: Row[] = Object.keys(contenders).map((name) => ({ name, perSecond: [] }))
  const pgbench: Row = { name: 'bare statement, pgbench', perSecond: [] }
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const row of rows) {
      await freeAllSeats(hall.performanceId)
      const worker = (contenders[row.name] as (supply: SeatSupply) => Worker)(shuffleSeats(SEAT_COUNT))
      row.perSecond.push(await measureRate(CLIENTS, SECONDS, worker))
    }
    await freeAllSeats(hall.performanceId)
    const rate = await runPgbench(databaseUrl, hall, seats)
    if (rate) pgbench.perSecond.push(rate)
  }
  const all = pgbench.perSecond.length > 0 ? [pgbench, ...rows] : rows
  const baseline = all[0]?.name ?? ''
  return printTable(`Claims of ${seats} of 100,000 seats, ${CLIENTS} clients`, baseline, all)
}

async function expectGranted(outcome: Promise<ClaimOutcome>): Promise<void> {
  const { granted } = await outcome
  if (!granted) throw new Error('a claim of free seats was refused')
}

async function claimBare({ cartId, performanceId, seatIndexes, ticketTypeIds }: Claim): Promise<void> {
  const values = [performanceId, seatIndexes, cartId, ticketTypeIds[0]]
  await pool.query({ name: 'bench-bare', text: BARE_SQL, values })
}

/** What one would write first: an interactive transaction that locks, checks and writes seat by seat. */
async function claimNaively({ cartId, performanceId, seatIndexes, ticketTypeIds }: Claim): Promise<void> {
  await prisma.$transaction(
    async (tx) => {
      for (const seatIndex of [...seatIndexes].sort((a, b) => a - b)) {
        const [seat] = await tx.$queryRaw<{ status: string }[]>`
          SELECT status::text FROM performance_seat
          WHERE performance_id = ${performanceId}::uuid AND seat_index = ${seatIndex} FOR UPDATE`
        if (seat?.status !== 'free') throw new Error('taken')
        await tx.performanceSeat.update({
          where: { performanceId_seatIndex: { performanceId, seatIndex } },
          data: {
            ...{ status: 'held', holdId: cartId, heldUntil: new Date(Date.now() + 600_000) },
            ...{ ticketTypeId: ticketTypeIds[0], priceAmount: 4500 },
          },
        })
      }
    },
    { maxWait: 20_000, timeout: 20_000 },
  )
}

/** Transactions per second of the bare statement by Postgres' own tool; null where it is not installed. */
async function runPgbench(databaseUrl: string, hall: TestPerformance, seats: number): Promise<number | null> {
  const dir = mkdtempSync(join(tmpdir(), 'bench-'))
  const indexes = Array.from({ length: seats }, (_, i) => `:s + ${i}`).join(', ')
  const script = BARE_SQL.replaceAll('$1', `'${hall.performanceId}'`)
    .replace('$2', `ARRAY[${indexes}]`)
    .replace('$3', 'gen_random_uuid()')
    .replace('$4', `'${hall.ticketTypeIds[0]}'`)
    .replace(/\s+/g, ' ')
  writeFileSync(join(dir, 'claim.sql'), `\\set s random(0, ${SEAT_COUNT - seats - 1})\n${script};\n`)
  const args = ['-n', '-M', 'prepared', '-c', String(CLIENTS), '-j', '2', '-T', String(SECONDS)]
  try {
    const { stdout } = await promisify(execFile)('pgbench', [
      ...args,
      '-f',
      join(dir, 'claim.sql'),
      databaseUrl,
    ])
    return Number(/tps = ([\d.]+)/.exec(stdout)?.[1]) || null
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}
