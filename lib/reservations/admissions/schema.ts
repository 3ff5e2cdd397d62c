import { z } from 'zod'

export const admitTicketSchema = z.strictObject({
  code: z.string().min(1).max(500).meta({ description: 'What the QR code says.' }),
  door: z
    .string()
    .trim()
    .min(1)
    .max(60)
    .optional()
    .meta({ description: 'Where this is scanned, for whoever scans it again.', example: 'North gate' }),
})

export type AdmitTicketInput = z.input<typeof admitTicketSchema>
