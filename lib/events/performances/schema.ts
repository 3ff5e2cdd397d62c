import { z } from 'zod'
import { lineText } from '../schema'

/** The most a card can be charged at once, in minor units. */
const MAX_PRICE_AMOUNT = 99_999_999
const MAX_BLOCKED_AT_ONCE = 5_000

const currencies = new Set(Intl.supportedValuesOf('currency'))

const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text))

const ticketTypeSchema = z.strictObject({
  name: lineText(60),
  /** Minor units of the performance's currency, all-in; JPY has no smaller unit than the yen. */
  amount: z.number().int().min(0).max(MAX_PRICE_AMOUNT),
})

/** `POST …/events/{id}/performances`. Times are ISO 8601 with offset. */
export const createPerformanceSchema = z.strictObject({
  venueId: z.guid(),
  seatMapId: z.guid(),
  startsAt: moment,
  doorsAt: moment.optional(),
  /** Left out: on sale as soon as it is published. */
  onSaleAt: moment.optional(),
  /** ISO 4217. */
  currency: z
    .string()
    .trim()
    .toUpperCase()
    .refine((code) => currencies.has(code), 'is not a currency code, such as EUR'),
  /** Every category of the seat map once, by id or by name; its first ticket type is the one a bare click takes. */
  prices: z
    .array(z.strictObject({ category: lineText(80), ticketTypes: z.array(ticketTypeSchema).min(1).max(20) }))
    .min(1)
    .max(64),
})

export type CreatePerformanceInput = z.input<typeof createPerformanceSchema>
export type PerformanceDraft = z.output<typeof createPerformanceSchema>

/** `POST` and `DELETE …/performances/{id}/blocks`. */
export const blockSeatsSchema = z.strictObject({
  seats: z.array(z.string().min(1).max(200)).min(1).max(MAX_BLOCKED_AT_ONCE),
})

export type BlockSeatsInput = z.input<typeof blockSeatsSchema>
