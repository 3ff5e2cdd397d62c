import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  applyDiff,
  applySnapshot,
  dropPending,
  emptyLive,
  type LiveSeats,
  type SeatDiff,
  type Snapshot,
} from './live'
import { encodeStates } from './states'

const SEATS = 23

/** A publisher: every batch changes some seats, and is numbered; the snapshot of every moment is kept. */
function publish(batches: [index: number, state: number][][]): { diffs: SeatDiff[]; snapshots: Snapshot[] } {
  const states = new Uint8Array(SEATS)
  const snapshots = [{ version: 0, states: encodeStates(states) }]
  const diffs = batches.map((changes, at): SeatDiff => {
    for (const [index, state] of changes) states[index] = state
    snapshots.push({ version: at + 1, states: encodeStates(states) })
    const touched = [...new Set(changes.map(([index]) => index))]
    return { from: at, to: at + 1, seats: touched.map((index) => [index, states[index] as number]) }
  })
  return { diffs, snapshots }
}

const batch = fc.array(fc.tuple(fc.nat(SEATS - 1), fc.nat(3)), { minLength: 1, maxLength: 6 })
const batches = fc.array(batch, { minLength: 1, maxLength: 25 })

function truth(snapshots: Snapshot[]): string {
  return snapshots.at(-1)?.states ?? ''
}

function shown(live: LiveSeats): string {
  return live.states ? encodeStates(live.states) : ''
}

function started(): LiveSeats {
  return applySnapshot(emptyLive(SEATS), { version: 0, states: encodeStates(new Uint8Array(SEATS)) }).live
}

describe('live seats', () => {
  it('converge without any further snapshot when messages are repeated, reordered and delayed, but none is lost', () => {
    const delivery = batches.chain((all) => {
      const once = all.map((_, at) => at)
      return fc.tuple(
        fc.constant(all),
        fc.array(fc.constantFrom(...once), { maxLength: 20 }).chain((repeats) =>
          fc.shuffledSubarray(
            [...once, ...repeats].map((message, at) => ({ message, at })),
            {
              minLength: once.length + repeats.length,
            },
          ),
        ),
      )
    })
    fc.assert(
      fc.property(delivery, ([all, order]) => {
        const { diffs, snapshots } = publish(all)
        let live = started()
        for (const { message } of order) live = applyDiff(live, diffs[message]).live
        expect(shown(live)).toBe(truth(snapshots))
        expect(live.version).toBe(diffs.length)
        expect(live.needsSnapshot).toBe(false)
        expect(live.pending).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('converge with drops too, once the snapshot they ask for arrives, however stale the ones before it were', () => {
    const step = fc.oneof(
      { weight: 4, arbitrary: fc.record({ kind: fc.constant('diff' as const), at: fc.nat(24) }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('snapshot' as const), at: fc.nat(25) }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('noise' as const), at: fc.nat(9) }) },
    )
    fc.assert(
      fc.property(batches, fc.array(step, { maxLength: 60 }), (all, steps) => {
        const { diffs, snapshots } = publish(all)
        let live = emptyLive(SEATS)
        for (const { kind, at } of steps) {
          if (kind === 'noise') live = applyDiff(live, NOISE[at]).live
          if (kind === 'diff') live = applyDiff(live, diffs[at % diffs.length]).live
          if (kind === 'snapshot')
            live = applySnapshot(live, snapshots[at % snapshots.length] as Snapshot).live
          // Whatever has come so far, what is shown is exactly the moment it says it is.
          if (live.states) expect(shown(live)).toBe(snapshots[live.version]?.states)
        }
        if (live.needsSnapshot || live.version < diffs.length) {
          live = applySnapshot(live, snapshots.at(-1) as Snapshot).live
        }
        expect(shown(live)).toBe(truth(snapshots))
        expect(live.needsSnapshot).toBe(false)
      }),
      { numRuns: 300 },
    )
  })

  it('notice a lost message with the next one, keep that one, and replay it on the snapshot', () => {
    const { diffs, snapshots } = publish([[[1, 2]], [[2, 1]], [[3, 3]]])
    let live = applyDiff(started(), diffs[0]).live
    live = applyDiff(live, diffs[2]).live
    expect([live.needsSnapshot, live.version, live.pending.length]).toEqual([true, 1, 1])
    const step = applySnapshot(live, snapshots[2] as Snapshot)
    expect([step.live.needsSnapshot, step.live.version, shown(step.live)]).toEqual([
      false,
      3,
      truth(snapshots),
    ])
  })

  it('ask again when the snapshot they got is older than the gap', () => {
    const { diffs, snapshots } = publish([[[1, 2]], [[2, 1]], [[3, 3]]])
    const gapped = applyDiff(started(), diffs[2]).live
    expect(applySnapshot(gapped, snapshots[1] as Snapshot).live.needsSnapshot).toBe(true)
  })

  it('tell exactly which seats look different now', () => {
    const { diffs } = publish([
      [
        [1, 2],
        [4, 1],
      ],
      [
        [1, 2],
        [4, 0],
      ],
    ])
    const first = applyDiff(started(), diffs[0])
    expect(first.changed).toEqual([1, 4])
    expect(applyDiff(first.live, diffs[1]).changed).toEqual([4])
    expect(applyDiff(first.live, diffs[0]).changed).toEqual([])
  })

  it('take a diff that reaches back behind what is known', () => {
    const { diffs, snapshots } = publish([[[1, 2]], [[2, 1]]])
    const wide = {
      from: 0,
      to: 2,
      seats: [
        [1, 2],
        [2, 1],
      ],
    }
    expect(shown(applyDiff(applyDiff(started(), diffs[0]).live, wide).live)).toBe(truth(snapshots))
  })

  it('never write to states they have handed out', () => {
    const before = started()
    const copy = before.states?.slice()
    applyDiff(before, { from: 0, to: 1, seats: [[0, 2]] })
    expect(before.states).toEqual(copy)
  })

  it('refuse a foreign or truncated snapshot and still want one', () => {
    const live = emptyLive(SEATS)
    for (const states of [
      '',
      '§',
      encodeStates(new Uint8Array(SEATS + 8)),
      encodeStates(new Uint8Array(3)),
    ]) {
      expect(applySnapshot(live, { version: 4, states }).live).toBe(live)
    }
    expect(
      applySnapshot(live, { version: Number.NaN, states: encodeStates(new Uint8Array(SEATS)) }).live,
    ).toBe(live)
  })

  it('refuse any diff that is not one, change nothing, and ask for a snapshot', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.constantFrom(...NOISE)), (noise) => {
        const before = started()
        const { live, changed } = applyDiff(before, noise)
        expect([live.states, live.needsSnapshot, changed]).toEqual([before.states, true, []])
      }),
    )
  })

  it('can give up on a diff from the future and go on', () => {
    const { diffs } = publish([[[1, 2]]])
    let live = applyDiff(started(), { from: 900, to: 901, seats: [[0, 3]] }).live
    live = dropPending(live)
    expect(live.needsSnapshot).toBe(false)
    expect(applyDiff(live, diffs[0]).live.version).toBe(1)
  })

  it('believe an older snapshot only when told to', () => {
    const { diffs, snapshots } = publish([[[1, 2]], [[2, 1]]])
    const live = applyDiff(applyDiff(started(), diffs[0]).live, diffs[1]).live
    expect(applySnapshot(live, snapshots[0] as Snapshot).live.version).toBe(2)
    expect(applySnapshot(live, snapshots[0] as Snapshot, { force: true }).live.version).toBe(0)
  })
})

const NOISE: unknown[] = [
  null,
  'diff',
  { from: 0, to: 0, seats: [] },
  { from: 3, to: 1, seats: [] },
  { from: -1, to: 1, seats: [] },
  { from: 0, to: 1, seats: [[SEATS, 0]] },
  { from: 0, to: 1, seats: [[0, 4]] },
  { from: 0, to: 1, seats: [[0.5, 1]] },
  { from: 0, to: Number.POSITIVE_INFINITY, seats: [] },
  { from: 0, to: 1 },
]
