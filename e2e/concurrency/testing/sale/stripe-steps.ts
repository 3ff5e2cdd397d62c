import type { Outage } from '../../../fixtures/stripe-books'
import { type House, refusalOf } from './house'
import type { ModelOrder, SaleModel } from './model'
import { expectRefusal, makeOrderStep, makeStep, type Step, sayOutage } from './step'

/** Stripe closes a page whose time is over. */
export function timeOutStep(nth: number): Step {
  return makeOrderStep({
    ...{ says: 'page-ends', nth },
    isPossible: (order) => order.isPageKnown && order.page === 'open',
    run: async (order, model, { books }) => {
      const sessions = [...books.store.tables.sessions.values()]
      const session = sessions.find((one) => one.client_reference_id === order.id)
      await books.ask(`/v1/checkout/sessions/${session?.id}/expire`)
      model.stripe.timeOut(order)
    },
  })
}

/** The bank, or somebody at Stripe's dashboard, lets an authorization go. */
export function letGoStep(nth: number): Step {
  return makeOrderStep({
    ...{ says: 'bank-lets-go', nth },
    isPossible: (order) => order.card === 'authorized',
    run: async (order, _, { books }) => {
      const intents = [...books.store.tables.intents.values()]
      const intent = intents.find(
        (one) => one.metadata.order === order.id && one.status === 'requires_capture',
      )
      await books.ask(`/v1/payment_intents/${intent?.id}/cancel`)
      order.card = 'released'
    },
  })
}

/**
 * A webhook arrives: any of those that Stripe had to send so far, so that some come late, out of order, or never.
 * `times` at the same moment.
 */
export function webhookStep(nth: number, times: number, outage: Outage | null): Step {
  const says = `webhook -${nth} ${times} times${sayOutage(outage)}`
  return makeStep(
    says,
    async (model, house) => {
      const event = findEvent(model, house, nth)
      if (!event) return
      const { books, commands } = house
      const answers = await house.during(outage, () =>
        Promise.all(Array.from({ length: times }, () => commands.takeStripeEvent(books.webhookOf(event.id)))),
      )
      const order = model.orders.find(({ id }) => id === event.orderId) as ModelOrder
      const isHeard = model.heardEvents.has(event.id) || model.during(outage).sync(order)
      if (isHeard) model.heardEvents.add(event.id)
      const promised = isHeard ? null : { refused: ['unavailable'] }
      for (const answer of answers) expectRefusal(refusalOf(answer), promised)
    },
    (model) => model.orders.length > 0,
  )
}

function findEvent(model: SaleModel, house: House, nth: number) {
  const events = house.eventsOf(model.orders.map((order) => order.id))
  return events.at(-1 - (nth % Math.max(1, events.length)))
}
