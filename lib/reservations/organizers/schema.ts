import { z } from 'zod'

/** More tickets than an order can have. */
const MAX_TICKETS = 500

export const refundOrderSchema = z.strictObject({
  tickets: z
    .union([z.literal('all'), z.array(z.guid()).min(1).max(MAX_TICKETS)])
    .meta({ description: 'Ids of tickets, or all of the organizer’s that are still valid.' }),
  reason: z
    .string()
    .trim()
    .min(1)
    .max(500)
    .optional()
    .meta({ description: 'The buyer reads it in the mail about the refund.', example: 'Matinee called off' }),
})
