import { z } from 'zod'
import { defineEndpoint } from '@/lib/platform/endpoint'
import { idField } from '@/lib/platform/endpoint-fields'
import { MAX_SEATS_PER_HOLD } from '@/lib/platform/hold-limits'
import { ok, refuse } from '@/lib/platform/result'
import { holdSeats, type SeatWish } from '../hold-seats'
import { cartField, holdField, toCartJson, toHoldJson } from './cart-json'
import { serveCustomer } from './serve-door'

/** Past ten seats the answer is `seat_limit`; past these, nobody can have meant it. */
const MAX_LISTED = 100

const claimSchema = z
  .strictObject({
    seats: z
      .array(z.string().min(1).max(200))
      .min(1)
      .max(MAX_LISTED)
      .optional()
      .meta({ description: 'Labels of the seats wanted.', example: ['12-5-17', '12-5-18'] }),
    best: z
      .strictObject({
        quantity: z.number().int().min(1).max(MAX_LISTED),
        category: z.string().min(1).max(100).optional().meta({ description: "A category's id." }),
      })
      .optional()
      .meta({ description: 'Instead of labels: the best free seats side by side.' }),
    ticketType: idField
      .optional()
      .meta({ description: 'For all seats; left out, each takes the first of its category.' }),
  })
  .refine(({ seats, best }) => (seats === undefined) !== (best === undefined), {
    path: ['seats'],
    message: 'is needed, or `best`, and not both',
  })

export const claimEndpoint = defineEndpoint({
  method: 'POST',
  path: '/performances/{id}/holds',
  tag: 'Holds and the cart',
  summary: 'Hold seats',
  description:
    'All of them or none, for ten minutes from the first seat of this performance. Seats you hold already are kept ' +
    'and not counted twice. `seats_taken` names the seats lost in `seats` and the nearest free block in `alternatives`.',
  access: 'customer',
  body: { kind: 'json', schema: claimSchema },
  answer: {
    status: 201,
    description: 'The seats are yours until `expiresAt`.',
    schema: z.strictObject({ hold: holdField, cart: cartField }),
  },
  errors: ['not_found', 'unknown_seat', 'seats_taken', 'sold_out', 'not_on_sale', 'seat_limit'],
  idempotent: true,
})

/** `POST /performances/{id}/holds`, for Next's route and for the self-hosted server's hot doors. */
export const answerClaim = serveCustomer(claimEndpoint, async ({ params, body, who }) => {
  const wish = wishOf(body)
  if ('best' in wish && wish.best.quantity > MAX_SEATS_PER_HOLD) return refuse('seat_limit')
  const held = await holdSeats({
    owner: who.owner,
    performanceId: params.id,
    wish,
    ticketType: body.ticketType,
  })
  if (!held.ok) return held
  return ok({ hold: toHoldJson(held.value.hold), cart: toCartJson(held.value.cart) })
})

function wishOf({ seats, best }: z.output<typeof claimSchema>): SeatWish {
  return best ? { best } : { seats: seats ?? [] }
}
