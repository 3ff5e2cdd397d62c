import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyDiffs, applySnapshot, dropPending, emptyLive, type LiveSeats, needsSnapshot } from './live'
import { type SeatDiff, type Snapshot, scopeOf } from './live-messages'
import { encodeStates } from './states'

const SEATS = 23
const sections = [0, 4, 11, 12].map((firstSeat) => ({ firstSeat }))
const scope = scopeOf({ seatCount: SEATS, sections }, 'p1')
const sectionOf = (index: number) => sections.findLastIndex(({ firstSeat }) => firstSeat <= index)

type Changes = [index: number, state: number][]
type Published = {
  /** One a batch, of the whole map. */
  diffs: SeatDiff[]
  /** The same by section, each after the last that touched it. */
  bySection: SeatDiff[]
  snapshots: Snapshot[]
}

/** A publisher: every batch changes some seats, and is numbered; the snapshot of every moment is kept. */
function publish(batches: Changes[]): Published {
  const states = new Uint8Array(SEATS)
  const last = sections.map(() => 0)
  const bySection: SeatDiff[] = []
  const snapshots = [{ version: 0, states: encodeStates(states) }]
  const diffs = batches.map((changes, at): SeatDiff => {
    const to = at + 1
    for (const [index, state] of changes) states[index] = state
    snapshots.push({ version: to, states: encodeStates(states) })
    const touched = [...new Set(changes.map(([index]) => index))]
    const seats = touched.map((index): [number, number] => [index, states[index] as number])
    for (const section of new Set(touched.map(sectionOf))) {
      const own = seats.filter(([index]) => sectionOf(index) === section)
      bySection.push({ from: last[section] as number, to, section, seats: own })
      last[section] = to
    }
    return { from: at, to, seats }
  })
  return { diffs, bySection, snapshots }
}

/** What was told of the whole map between two batches. */
function overview({ snapshots, diffs }: Published, from: number, to: number): SeatDiff {
  const states = shownIn(snapshots[to])
  const touched = diffs.slice(from, to).flatMap(({ seats }) => (seats ?? []).map(([index]) => index))
  const seats = [...new Set(touched)].map((index): [number, number] => [index, states[index] as number])
  return { from, to, seats }
}

const batch = fc.array(fc.tuple(fc.nat(SEATS - 1), fc.nat(3)), { minLength: 1, maxLength: 6 })
const batches = fc.array(batch, { minLength: 1, maxLength: 25 })

function shownIn(snapshot: Snapshot | undefined): Uint8Array {
  return applySnapshot(emptyLive(scope), snapshot).live.states as Uint8Array
}

function truth({ snapshots }: Published): string {
  return snapshots.at(-1)?.states ?? ''
}

function shown(live: LiveSeats): string {
  return live.states ? encodeStates(live.states) : ''
}

function started(): LiveSeats {
  return applySnapshot(emptyLive(scope), { version: 0, states: encodeStates(new Uint8Array(SEATS)) }).live
}

/** What is shown of each section is exactly the moment that is known of it. */
function expectHonest(live: LiveSeats, { snapshots }: Published): void {
  for (const [section, { firstSeat }] of sections.entries()) {
    const end = sections[section + 1]?.firstSeat ?? SEATS
    const then = shownIn(snapshots[live.known[section] as number])
    expect(live.states?.subarray(firstSeat, end)).toEqual(then.subarray(firstSeat, end))
  }
}

describe('live seats', () => {
  it('converge without any further snapshot when messages are repeated, reordered and delayed, but none is lost', () => {
    const delivery = fc.tuple(batches, fc.boolean()).chain(([all, divided]) => {
      const published = publish(all)
      const messages = divided ? published.bySection : published.diffs
      const repeats = fc.array(fc.constantFrom(...messages), { maxLength: 20 })
      const order = repeats.chain((again) => {
        const sent = [...messages, ...again].map((diff) => ({ diff }))
        return fc.shuffledSubarray(sent, { minLength: sent.length })
      })
      return fc.tuple(fc.constant(published), order)
    })
    fc.assert(
      fc.property(delivery, ([published, order]) => {
        let live = started()
        for (const { diff } of order) live = applyDiffs(live, [diff]).live
        expect(shown(live)).toBe(truth(published))
        expect([needsSnapshot(live), live.pending]).toEqual([false, []])
      }),
      { numRuns: 300 },
    )
  })

  it('come to the same however many messages are taken at once', () => {
    fc.assert(
      fc.property(batches, fc.array(fc.nat(100), { maxLength: 30 }), (all, picks) => {
        const { bySection } = publish(all)
        const messages = picks.map((at) => bySection[at % bySection.length])
        let one = started()
        for (const message of messages) one = applyDiffs(one, [message]).live
        const together = applyDiffs(started(), messages).live
        expect([shown(together), [...together.known]]).toEqual([shown(one), [...one.known]])
      }),
    )
  })

  const step = fc.oneof(
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('diff' as const), at: fc.nat(24) }) },
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('section' as const), at: fc.nat(99) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('overview' as const), at: fc.nat(999) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('much' as const), at: fc.nat(999) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('snapshot' as const), at: fc.nat(25) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('noise' as const), at: fc.nat(9) }) },
  )

  it('converge with drops too, once the snapshot they ask for arrives, however stale the ones before it were', () => {
    fc.assert(
      fc.property(batches, fc.array(step, { maxLength: 60 }), (all, steps) => {
        const published = publish(all)
        const { diffs, bySection, snapshots } = published
        let live = emptyLive(scope)
        for (const { kind, at } of steps) {
          const from = at % diffs.length
          const to = Math.min(diffs.length, from + 1 + Math.floor(at / 100))
          if (kind === 'noise') live = applyDiffs(live, [NOISE[at]?.[0]]).live
          if (kind === 'diff') live = applyDiffs(live, [diffs[from]]).live
          if (kind === 'section') live = applyDiffs(live, [bySection[at % bySection.length]]).live
          if (kind === 'overview') live = applyDiffs(live, [overview(published, from, to)]).live
          if (kind === 'much') live = applyDiffs(live, [{ from, to, seats: null }]).live
          if (kind === 'snapshot') live = applySnapshot(live, snapshots[at % snapshots.length]).live
          if (live.states) expectHonest(live, published)
        }
        // What was lost shows with the next overview; where nothing is missing, that itself says so.
        live = applyDiffs(live, [overview(published, diffs.length - 1, diffs.length)]).live
        if (needsSnapshot(live)) live = applySnapshot(live, snapshots.at(-1)).live
        expect([shown(live), needsSnapshot(live)]).toEqual([truth(published), false])
      }),
      { numRuns: 500 },
    )
  })

  it('would not converge if gaps went unnoticed', () => {
    const unnoticed = fc.property(batches, fc.array(fc.nat(24), { maxLength: 20 }), (all, lost) => {
      const published = publish(all)
      let live = started()
      for (const [at, diff] of published.bySection.entries()) {
        if (!lost.includes(at)) live = applyDiffs(live, [{ ...diff, from: 0 }]).live
      }
      expect([shown(live), needsSnapshot(live)]).toEqual([truth(published), false])
    })
    expect(() => fc.assert(unnoticed)).toThrow()
  })

  it('notice a lost message with the next of its section, keep that one, and replay it on the snapshot', () => {
    const { bySection, snapshots } = publish([[[1, 2]], [[2, 1]], [[20, 1]], [[3, 3]]])
    let live = applyDiffs(started(), [bySection[0], bySection[2]]).live
    expect(needsSnapshot(live)).toBe(false)
    live = applyDiffs(live, [bySection[3]]).live
    expect([needsSnapshot(live), live.known[0], live.pending.length]).toEqual([true, 1, 1])
    const older = applySnapshot(live, snapshots[2]).live
    expect([needsSnapshot(older), shown(older)]).toEqual([false, snapshots[4]?.states])
  })

  it('need no snapshot for a gap that an overview closes', () => {
    const published = publish([[[1, 2]], [[2, 1]], [[3, 3]]])
    const gapped = applyDiffs(started(), [published.bySection[2]]).live
    expect(needsSnapshot(gapped)).toBe(true)
    const { live, changed } = applyDiffs(gapped, [overview(published, 0, 2)])
    expect([needsSnapshot(live), shown(live)]).toEqual([false, truth(published)])
    expect(changed).toEqual([1, 2, 3])
  })

  it('keep what a section knows already when an overview or a snapshot is older', () => {
    const published = publish([[[1, 2]], [[20, 2]], [[1, 0]]])
    const ahead = applyDiffs(started(), [published.bySection[0], published.bySection[2]]).live
    const overviewed = applyDiffs(ahead, [overview(published, 0, 2)]).live
    expect(shown(overviewed)).toBe(truth(published))
    expect(shown(applySnapshot(ahead, published.snapshots[2]).live)).toBe(truth(published))
  })

  it('want a snapshot where too much changed to be said, and no other than one that has it', () => {
    const published = publish([[[1, 2]], [[2, 1]], [[20, 3]]])
    const much = applyDiffs(started(), [{ from: 0, to: 2, seats: null }]).live
    expect(needsSnapshot(much)).toBe(true)
    expect(needsSnapshot(applySnapshot(much, published.snapshots[1]).live)).toBe(true)
    expect(needsSnapshot(applySnapshot(much, published.snapshots[2]).live)).toBe(false)
  })

  it('forget no gap when more comes early than is worth keeping', () => {
    const all = Array.from({ length: 300 }, (_, at): Changes => [[at % 4, at % 3]])
    const { bySection, snapshots } = publish([[[20, 1]], [[20, 2]], [[20, 3]], ...all])
    const live = applyDiffs(started(), [bySection[2], ...bySection.slice(4)]).live
    expect([needsSnapshot(live), live.pending.length]).toEqual([true, 200])
    expect(shown(applySnapshot(live, snapshots.at(-1)).live)).toBe(snapshots.at(-1)?.states)
  })

  it('tell exactly which seats look different now', () => {
    const { diffs, snapshots } = publish([
      [
        [1, 2],
        [4, 1],
      ],
      [
        [1, 2],
        [4, 0],
      ],
    ])
    const first = applyDiffs(started(), [diffs[0]])
    expect(first.changed).toEqual([1, 4])
    expect(applyDiffs(first.live, [diffs[1]]).changed).toEqual([4])
    expect(applyDiffs(first.live, [diffs[0]]).changed).toEqual([])
    expect(applySnapshot(first.live, snapshots[2]).changed).toEqual([4])
    expect(applySnapshot(emptyLive(scope), snapshots[2]).changed).toBe('all')
  })

  it('never write to states they have handed out, and hand out the same where nothing changed', () => {
    const before = started()
    const copy = before.states?.slice()
    applyDiffs(before, [{ from: 0, to: 1, seats: [[0, 2]] }])
    expect(before.states).toEqual(copy)
    const again = applySnapshot(before, { version: 7, states: encodeStates(new Uint8Array(SEATS)) })
    expect([again.live.states, again.changed]).toEqual([before.states, []])
    expect(again.live.states).toBe(before.states)
  })

  it('refuse a foreign or truncated snapshot, say which it is, and still want one', () => {
    const states = encodeStates(new Uint8Array(SEATS))
    const refused: [unknown, string][] = [
      [null, 'not_a_snapshot'],
      ['{}', 'not_a_snapshot'],
      [{ version: Number.NaN, states }, 'not_a_snapshot'],
      [{ version: 4, states: '' }, 'truncated_snapshot'],
      [{ version: 4, states: '§' }, 'truncated_snapshot'],
      [{ version: 4, states: encodeStates(new Uint8Array(SEATS + 8)) }, 'truncated_snapshot'],
      [{ version: 4, states, performanceId: 'p2' }, 'foreign_snapshot'],
      [{ version: 4, states, performanceId: 'p1', seatCount: SEATS + 1 }, 'foreign_snapshot'],
    ]
    const live = emptyLive(scope)
    for (const [snapshot, reason] of refused) {
      expect(applySnapshot(live, snapshot)).toEqual({ live, changed: [], refusals: [reason] })
    }
    const own = { version: 4, states, performanceId: 'p1', seatCount: SEATS }
    expect(applySnapshot(live, own).refusals).toEqual([])
  })

  it('refuse any diff that is not one, say why, change nothing, and ask for a snapshot', () => {
    for (const [noise, reason] of NOISE) {
      const before = started()
      const { live, changed, refusals } = applyDiffs(before, [noise])
      expect([live.states, needsSnapshot(live), changed, refusals]).toEqual([
        before.states,
        true,
        [],
        [reason],
      ])
    }
    fc.assert(
      fc.property(fc.anything(), (noise) => {
        const before = started()
        const { live, changed } = applyDiffs(before, [noise])
        expect([live.states, needsSnapshot(live), changed]).toEqual([before.states, true, []])
      }),
    )
  })

  it('can give up on a diff from the future and go on', () => {
    const { diffs } = publish([[[1, 2]]])
    let live = applyDiffs(started(), [{ from: 900, to: 901, seats: [[0, 3]] }]).live
    live = dropPending(live)
    expect(needsSnapshot(live)).toBe(false)
    expect(applyDiffs(live, [diffs[0]]).live.known[0]).toBe(1)
  })

  it('believe an older snapshot in all only when told to', () => {
    const { diffs, snapshots } = publish([[[1, 2]], [[2, 1]]])
    const live = applyDiffs(started(), diffs).live
    expect(applySnapshot(live, snapshots[0]).live.known[0]).toBe(2)
    expect(applySnapshot(live, snapshots[0], { force: true }).live.known[0]).toBe(0)
  })
})

const NOISE: [diff: unknown, reason: string][] = [
  [null, 'not_a_diff'],
  ['diff', 'not_a_diff'],
  [{ from: 0, to: 0, seats: [] }, 'not_a_diff'],
  [{ from: 3, to: 1, seats: [] }, 'not_a_diff'],
  [{ from: -1, to: 1, seats: [] }, 'not_a_diff'],
  [{ from: 0, to: 1, seats: [[SEATS, 0]] }, 'unknown_seat'],
  [{ from: 0, to: 1, section: 1, seats: [[3, 0]] }, 'unknown_seat'],
  [{ from: 0, to: 1, section: 4, seats: [] }, 'unknown_section'],
  [{ from: 0, to: 1, seats: [[0, 4]] }, 'unknown_state'],
  [{ from: 0, to: 1 }, 'not_a_diff'],
]
