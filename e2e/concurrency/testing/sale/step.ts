import type fc from 'fast-check'
import { expect } from 'vitest'
import type { Outage } from '../../../fixtures/stripe-books'
import { compare } from './compare'
import type { House } from './house'
import type { ModelOrder, Refused, SaleModel } from './model'

export type Step = fc.AsyncCommand<SaleModel, House>

/** How often each kind of step ran, in this process. */
export const stepCounts = new Map<string, number>()

/** A step, after which the database and Stripe must say what the model says. `says` starts with its kind. */
export function makeStep(
  says: string,
  run: (model: SaleModel, house: House) => Promise<void>,
  isPossible: (model: Readonly<SaleModel>) => boolean = () => true,
): Step {
  const kind = says.split(/[ ,]/)[0] as string
  return {
    check: (model) => isPossible(model),
    run: async (model, house) => {
      stepCounts.set(kind, (stepCounts.get(kind) ?? 0) + 1)
      await run(model, house)
      await compare(model, house)
    },
    toString: () => says,
  }
}

type OrderStepParts = {
  says: string
  /** Which order, counted from the newest and around. */
  nth: number
  isPossible?: (order: ModelOrder) => boolean
  run: (order: ModelOrder, model: SaleModel, house: House) => Promise<void>
}

/** A step on one order; not possible before there is one. */
export function makeOrderStep({ says, nth, isPossible = () => true, run }: OrderStepParts): Step {
  const find = ({ orders }: Readonly<SaleModel>) => orders.at(-1 - (nth % Math.max(1, orders.length)))
  return makeStep(
    `${says} order -${nth}`,
    (model, house) => run(find(model) as ModelOrder, model, house),
    (model) => {
      const order = find(model)
      return order !== undefined && isPossible(order)
    },
  )
}

export function expectRefusal(refusal: string | null, promised: Refused | null): void {
  if (promised) expect(promised.refused).toContain(refusal)
  else expect(refusal).toBeNull()
}

export function sayOutage(outage: Outage | null): string {
  return outage ? `, no answer ${outage.when} ${outage.at},` : ''
}
