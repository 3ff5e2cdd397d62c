import { expect, it } from 'vitest'
import { standingOf } from './standing-of'

it('promises nobody seats whose time is over', () => {
  const now = new Date('2026-06-01T20:00:00Z')
  expect(standingOf({ status: 'called', until: new Date('2026-06-01T20:00:01Z') }, now)).toBe('called')
  expect(standingOf({ status: 'called', until: now }, now)).toBe('missed')
  expect(standingOf({ status: 'called', until: null }, now)).toBe('missed')
  expect(standingOf({ status: 'taken', until: null }, now)).toBe('taken')
})
