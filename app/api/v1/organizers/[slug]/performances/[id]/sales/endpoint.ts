import { z } from 'zod'
import { defineEndpoint } from '@/lib/platform/endpoint'
import { idField, moneyField } from '@/lib/platform/endpoint-fields'

const count = z.int().min(0)

export const viewSalesEndpoint = defineEndpoint({
  method: 'GET',
  path: '/organizers/{slug}/performances/{id}/sales',
  tag: 'Organizers',
  summary: 'How a performance sells',
  description: 'Valid tickets only. The seat counts are a few seconds old at most.',
  access: 'organizer',
  answer: {
    status: 200,
    description: 'What is sold.',
    schema: z
      .strictObject({
        performanceId: idField,
        counts: z.strictObject({ free: count, held: count, sold: count, blocked: count }),
        orderCount: count,
        revenue: moneyField,
        types: z.array(
          z.strictObject({
            category: z.strictObject({ id: z.string(), name: z.string() }),
            ticketType: z.strictObject({ id: idField, name: z.string() }),
            price: moneyField.meta({ description: 'As it is asked now.' }),
            sold: count,
            revenue: moneyField,
          }),
        ),
      })
      .meta({ id: 'Sales' }),
  },
})
