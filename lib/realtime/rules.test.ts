import { expect, it } from 'vitest'
import { channelOf, decideAddress, diffsOf, divideBatch, foldBatches, isDivided, splitSeats } from './rules'

it('a server of one’s own is spoken to in secret, unless it is said not to be', () => {
  const settings = { PUSHER_KEY: 'key', PUSHER_HOST: 'live.example', PUSHER_CLUSTER: 'eu' }
  const address = { key: 'key', host: 'live.example', port: 443, tls: true }
  expect(decideAddress(settings)).toEqual(address)
  expect(decideAddress({ ...settings, PUSHER_PORT: 6001 })).toEqual({ ...address, port: 6001 })
  expect(decideAddress({ ...settings, PUSHER_SCHEME: 'http' })).toEqual({ ...address, port: 80, tls: false })
})

it('without one, it is the cluster that is named', () => {
  expect(decideAddress({ PUSHER_KEY: 'key', PUSHER_CLUSTER: 'ap1' })).toEqual({ key: 'key', cluster: 'ap1' })
})

const pairs = (...indexes: number[]) => indexes.map((index): [number, number] => [index, 1])

it('a batch is divided among the sections it touches, each after the last that touched it', () => {
  const sectionOf = [0, 0, 1, 1, 2, 2]
  const versions = [4, 7]
  const parts = divideBatch(pairs(0, 1, 2, 5), 9, sectionOf, versions)
  expect(diffsOf({ version: 9, seats: pairs(0, 1, 2, 5), parts })).toEqual([
    { from: 4, to: 9, section: 0, seats: pairs(0, 1) },
    { from: 7, to: 9, section: 1, seats: pairs(2) },
    { from: 0, to: 9, section: 2, seats: pairs(5) },
  ])
  expect(versions).toEqual([9, 9, 9])
  expect(diffsOf({ version: 9, seats: pairs(0, 5), parts: null })).toEqual([
    { from: 8, to: 9, seats: pairs(0, 5) },
  ])
})

it('however many seats change, no message is above 7 kB', () => {
  const seats = Array.from({ length: 3_001 }, (_, i): [number, number] => [199_999 - i, 3])
  const batches = splitSeats(seats)
  expect(batches.flat()).toEqual(seats)
  for (const [at, some] of batches.entries()) {
    const parts = divideBatch(some, 1_000_000 + at, new Uint8Array(200_000).fill(200), [])
    for (const diff of diffsOf({ version: 1_000_000 + at, seats: some, parts })) {
      expect(JSON.stringify(diff).length).toBeLessThanOrEqual(7_000)
    }
  }
  expect(splitSeats([])).toEqual([])
})

it('an overview has each seat once, as the last batch has it; it says so where it cannot say all', () => {
  const batch = (version: number, seats: [number, number][]) => ({ version, seats, parts: null })
  const batches = [
    batch(5, [
      [3, 1],
      [8, 1],
    ]),
    batch(6, [[3, 0]]),
  ]
  expect(foldBatches(4, 6, batches)).toEqual({
    from: 4,
    to: 6,
    seats: [
      [3, 0],
      [8, 1],
    ],
  })
  expect(foldBatches(3, 6, batches)).toEqual({ from: 3, to: 6, seats: null })
  const many = Array.from({ length: 501 }, (_, i): [number, number] => [i, 1])
  expect(foldBatches(4, 5, [batch(5, many)])).toEqual({ from: 4, to: 5, seats: null })
})

it('a stadium is divided, a theatre is not', () => {
  expect([isDivided(1_800), isDivided(39_616)]).toEqual([false, true])
  expect([channelOf('p'), channelOf('p', 12)]).toEqual(['performance-p', 'performance-p-section-12'])
})
