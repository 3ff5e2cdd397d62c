import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyDiffs, applySnapshot, emptyLive, needsSnapshot } from './live'
import { encodeStates } from './states'
import { NOISE, SEATS, scope, started } from './testing/publisher'

describe('live seats', () => {
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
})
