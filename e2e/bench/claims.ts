import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { prisma } from '@/lib/platform/db'
import { claimSeats, claimSeatsTogether } from '@/lib/reservations/holds/store'
import type { Claim } from '@/lib/reservations/holds/types'
import { createTestCarts, type TestPerformance } from '@/prisma/testing'
import { BARE_SQL, claimBare, expectGranted, makeClaims } from './bare-claim'
import { measureRate, printTable, type Row, type Worker } from './measure'
import { freeAllSeats, type SeatSupply, shuffleSeats } from './seat-supply'

const CLIENTS = 16
const SECONDS = 2
const ROUNDS = 3
const SEAT_COUNT = 100_000
const PGBENCH = 'bare statement, pgbench'
const BARE = 'bare statement, pg'

/** Claims per second of `seats` seats each out of 100,000, beside the bare statement and a naive transaction. */
export async function benchClaims(databaseUrl: string, hall: TestPerformance): Promise<void> {
  for (const seats of [2, 10]) console.log(await benchSize(databaseUrl, hall, seats))
}

async function benchSize(databaseUrl: string, hall: TestPerformance, seats: number): Promise<string> {
  const claimOf = makeClaims(hall, await createTestCarts(40_000), seats)
  const contenders: Record<string, (supply: SeatSupply) => Worker> = {
    [BARE]: (supply) => () => claimBare(claimOf(supply)),
    'claim, coalesced': (supply) => () => expectGranted(claimSeatsTogether(claimOf(supply))),
    'claim, one at a time': (supply) => () =>
      expectGranted(claimSeats([claimOf(supply)]).then(([outcome]) => outcome)),
    'naive Prisma transaction': (supply) => () => claimNaively(claimOf(supply)),
  }
  const rows: Row[] = Object.keys(contenders).map((name) => ({ name, perSecond: [] }))
  const pgbench: Row = { name: PGBENCH, perSecond: [] }
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
  const baseline = all[0]?.name ?? BARE
  for (const row of all) if (row.name !== baseline) row.of = [baseline]
  return printTable(`Claims of ${seats} of 100,000 seats, in process, ${CLIENTS} clients`, all)
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
  const file = join(dir, 'claim.sql')
  writeFileSync(file, `\\set s random(0, ${SEAT_COUNT - seats - 1})\n${script};\n`)
  const args = ['-n', '-M', 'prepared', '-c', String(CLIENTS), '-j', '2', '-T', String(SECONDS), '-f', file]
  try {
    const { stdout } = await promisify(execFile)('pgbench', [...args, databaseUrl])
    return Number(/tps = ([\d.]+)/.exec(stdout)?.[1]) || null
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}
