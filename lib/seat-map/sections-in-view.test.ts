import { expect, it } from 'vitest'
import { findInView } from './sections-in-view'

/** Four sections of 1,000 × 1,000 cm side by side, 200 cm apart. */
const sections = [0, 1200, 2400, 3600].map((x) => ({ outline: [x, 0, x + 1000, 0, x + 1000, 1000, x, 1000] }))
const screen = { width: 400, height: 400, insets: { top: 0, right: 0, bottom: 0, left: 0 } }

it('names the sections on screen and the one in its middle', () => {
  const inView = findInView(sections, 3)
  expect(inView({ scale: 0.4, tx: -480, ty: 0 }, screen)).toEqual({ sections: [1], lookedAt: 1 })
  expect(inView({ scale: 0.4, tx: -240, ty: 0 }, screen)).toEqual({ sections: [0, 1], lookedAt: null })
  expect(inView({ scale: 0.2, tx: -340, ty: 0 }, screen)).toEqual({ sections: [1, 2, 3], lookedAt: 2 })
})

it('leaves out what a sheet covers', () => {
  const covered = { ...screen, insets: { ...screen.insets, left: 200 } }
  expect(findInView(sections, 3)({ scale: 0.4, tx: -240, ty: 0 }, covered)).toEqual({
    sections: [1],
    lookedAt: 1,
  })
})

it('names none where there are more than can be listened to', () => {
  const whole = { scale: 0.08, tx: 0, ty: 0 }
  expect(findInView(sections, 3)(whole, screen)).toEqual({ sections: [], lookedAt: null })
  expect(findInView(sections, 4)(whole, screen).sections).toEqual([0, 1, 2, 3])
})
