import { z } from 'zod'
import { isId } from './ids'
import { DEFAULT_PAGE_LIMIT, MAX_PAGE_LIMIT } from './page'

/** An amount of money in the API. */
export const moneyField = z
  .strictObject({
    amount: z.int().meta({ description: 'Minor units: 4500 EUR is €45.00, 4500 JPY is ¥4,500.' }),
    currency: z.string().length(3).meta({ description: 'ISO 4217.' }),
  })
  .meta({ id: 'Money', example: { amount: 4500, currency: 'EUR' } })

/** A moment in the API, as `toOffsetIso` writes it. */
export const momentField = z.iso
  .datetime({ offset: true })
  .meta({ description: 'ISO 8601 with offset.', example: '2026-12-01T19:30:00+01:00' })

export const idField = z.guid().meta({ example: '01936f5e-7b1c-7c3a-9d41-5e8f2a6b7c80' })

/** A list that comes in pages. */
export function pageOf<S extends z.ZodType>(item: S) {
  return z.strictObject({
    items: z.array(item),
    nextCursor: z
      .string()
      .nullable()
      .meta({ description: 'Pass it as `cursor` for the next page; null on the last.' }),
  })
}

/** How to ask for a page of a list whose cursor is the last item's id. */
export const pageQuery = z.object({
  cursor: z
    .string()
    .max(200)
    .refine(isId, 'is not a cursor of this list')
    .optional()
    .meta({ description: '`nextCursor` of the page before.' }),
  limit: z.coerce.number().int().min(1).max(MAX_PAGE_LIMIT).default(DEFAULT_PAGE_LIMIT),
})
