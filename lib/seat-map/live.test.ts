import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyDiffs, applySnapshot, dropPending, emptyLive, needsSnapshot } from './live'
import { encodeStates } from './states'
import {
  batches,
  type Changes,
  expectHonest,
  NOISE,
  overview,
  publish,
  SEATS,
  scope,
  shown,
  started,
  truth,
} from './testing/publisher'

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
