import fc from 'fast-check'
import type { Outage } from '../../../fixtures/stripe-books'
import { CART_COUNT, SEAT_COUNT } from './model'
import type { Card } from './model-stripe'
import type { Step } from './step'
import * as steps from './steps'
import * as stripeSteps from './stripe-steps'

/** Mostly the first, so that its sale comes to something while the others are in the way. */
const cart = fc.oneof(
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.nat({ max: CART_COUNT - 1 }) },
)
/** Mostly the newest: that is where something is going on. */
const nth = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat({ max: 3 }) })
const email = fc.oneof(
  { weight: 5, arbitrary: fc.constant('ada@example.com') },
  { weight: 1, arbitrary: fc.constant('grace@example.com') },
)
const someSeats = fc.subarray([...Array(SEAT_COUNT).keys()], { minLength: 1, maxLength: 3 })
const manySeats = fc.subarray([...Array(SEAT_COUNT).keys()], { minLength: 6, maxLength: SEAT_COUNT })
const seats = fc.oneof({ weight: 5, arbitrary: someSeats }, { weight: 1, arbitrary: manySeats })
const seat = fc.nat({ max: SEAT_COUNT - 1 })
const times = fc.integer({ min: 1, max: 2 })
const minutes = fc.constantFrom(4, 6, 9, 11, 16, 31)
const card = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Card>('pays') },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Card>('declined', 'challenge-passed', 'challenge-failed', 'challenge-left'),
  },
)

/** Now and then an outage, at one of the requests the step may make. */
function outageAt(...places: Outage['at'][]): fc.Arbitrary<Outage | null> {
  const outage = fc.record({ at: fc.constantFrom(...places), when: fc.constantFrom('before', 'after') })
  return fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: outage })
}

/** What may happen, and how often beside the rest. */
const WEIGHTED: [number, fc.Arbitrary<Step>][] = [
  [3, fc.tuple(cart, seats).map((args) => steps.holdStep(...args))],
  [1, fc.tuple(cart, fc.integer({ min: 1, max: 6 })).map((args) => steps.bestStep(...args))],
  [1, fc.tuple(cart, fc.option(seat)).map((args) => steps.releaseStep(...args))],
  [1, fc.tuple(cart, minutes).map((args) => steps.timeStep(...args))],
  [1, fc.constant(steps.sweepStep())],
  [1, fc.tuple(cart, email, outageAt('open')).map((args) => steps.checkOutStep(...args))],
  [
    6,
    fc.tuple(cart, email, outageAt('open', 'read', 'close')).map((args) => steps.checkOutHeldStep(...args)),
  ],
  [5, fc.tuple(nth, card).map((args) => steps.payStep(...args))],
  [2, fc.tuple(nth, outageAt('read', 'close')).map((args) => steps.returnStep(...args))],
  [5, fc.tuple(nth, outageAt('capture', 'read', 'close')).map((args) => steps.confirmStep(...args))],
  [1, fc.tuple(nth, outageAt('close', 'release')).map((args) => steps.cancelStep(...args))],
  [2, fc.tuple(nth, times, outageAt('read')).map((args) => stripeSteps.webhookStep(...args))],
  [1, outageAt('read', 'close', 'release').map(steps.expireStep)],
  [1, outageAt('read', 'capture', 'close').map(steps.reconcileStep)],
  [1, nth.map(stripeSteps.timeOutStep)],
  [1, nth.map(stripeSteps.letGoStep)],
]

const ANY_STEP = WEIGHTED.flatMap(([weight, arbitrary]) => Array.from({ length: weight }, () => arbitrary))

/** About fifteen steps: up to 46, and those that are not possible when their turn comes are left out. */
export function sequences() {
  return fc.commands(ANY_STEP, { maxCommands: 46, size: 'max' })
}
