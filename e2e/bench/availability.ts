import { setTimeout as sleep } from 'node:timers/promises'
import { pool } from '@/lib/platform/db'
import type { SeatMap } from '@/lib/seat-map/decode-plan'
import type { TestPerformance } from '@/prisma/testing'
import { makeHouses, storeStates } from './houses'
import { describeLatency, type Loader, type LoadJob, type LoadResult } from './load'
import { formatNumber, median, printTable, type Row } from './measure'
import type { Servers } from './servers'
import { readPacked } from './wire'

const CLIENTS = 64
const SECONDS = 2
const ROUNDS = 3
const COLD_READS = 7
/** A snapshot is kept for a second. */
const KEPT_MS = 1_050
const MOST_PLAN_BYTES = 600_000
const CONSTANT = 'a constant, node:http'

/** How fast everyone hears how 100,000 seats stand, and how many bytes that and the plan take on the wire. */
export async function benchAvailability(
  servers: Servers,
  loader: Loader,
  hall: TestPerformance,
  map: SeatMap,
): Promise<void> {
  const at = (port: number) => `http://127.0.0.1:${port}/api/v1`
  const path = `/performances/${hall.performanceId}/availability`
  const sizes: string[] = []
  for (const [nth, { name, states, atMost }] of makeHouses(map).entries()) {
    await storeStates(hall, states)
    const reads = await readCold(`${at(servers.host)}${path}`, hall.performanceId, nth === 0 ? COLD_READS : 1)
    sizes.push(sizeRow(`snapshot, ${name}`, reads.bytes, atMost))
    if (nth === 0) console.log(await benchCached(servers, loader, `/api/v1${path}`, reads.tookMs))
  }
  const plan = await readPacked(`${at(servers.host)}/seat-maps/${hall.seatMapId}`)
  sizes.push(sizeRow('plan, a bowl in three tiers', plan.bytes, MOST_PLAN_BYTES))
  const head = [
    '### Bytes of 100,000 seats, brotli',
    '',
    '| | bytes | target, at most |',
    '| --- | ---: | ---: |',
  ]
  console.log([...head, ...sizes, ''].join('\n'))
}

function sizeRow(name: string, bytes: number, atMost?: number): string {
  return `| ${name} | ${formatNumber(bytes)} | ${atMost ? formatNumber(atMost) : ''} |`
}

async function benchCached(servers: Servers, loader: Loader, path: string, cold: number[]): Promise<string> {
  const url = `http://127.0.0.1:${servers.host}${path}`
  const brotli = { 'accept-encoding': 'br' }
  const etag = (await fetch(url, { headers: brotli })).headers.get('etag') ?? ''
  const known = { ...brotli, 'if-none-match': etag }
  const job = { path, method: 'GET', clients: CLIENTS, seconds: SECONDS, status: 200 } as const
  const hot = { ...job, port: servers.host }
  const contenders: { name: string; of?: string[]; job: LoadJob }[] = [
    { name: CONSTANT, job: { ...job, port: servers.constant, headers: brotli } },
    { name: 'hot door', of: [CONSTANT], job: { ...hot, headers: brotli } },
    { name: 'hot door, unchanged (304)', of: [CONSTANT], job: { ...hot, headers: known, status: 304 } },
    { name: 'Next route (not brotli)', of: [CONSTANT], job: { ...hot, port: servers.next, headers: brotli } },
  ]
  const results = contenders.map((): LoadResult[] => [])
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [nth, contender] of contenders.entries()) results[nth]?.push(await loader.run(contender.job))
  }
  const rows = contenders.map(({ name, of }, nth): Row => {
    const rounds = results[nth] ?? []
    return { name, of, perSecond: rounds.map(({ perSecond }) => perSecond), note: describeLatency(rounds) }
  })
  const table = printTable(`GET …/availability of 100,000 seats, ${CLIENTS} connections`, rows)
  const spread = `${formatNumber(Math.min(...cold))}–${formatNumber(Math.max(...cold))}`
  return `${table}\nThe first to ask after a change waits ${formatNumber(median(cold))} ms (${spread}).\n`
}

/** The first answer after a change: nothing of it is kept from before. */
async function readCold(url: string, performanceId: string, count: number) {
  const tookMs: number[] = []
  let bytes = 0
  for (let read = 0; read < count; read += 1) {
    await pool.query('UPDATE seat_feed SET version = version + 1 WHERE performance_id = $1', [performanceId])
    await sleep(KEPT_MS)
    const answer = await readPacked(url)
    tookMs.push(answer.tookMs)
    bytes = Math.max(bytes, answer.bytes)
  }
  return { tookMs, bytes }
}
