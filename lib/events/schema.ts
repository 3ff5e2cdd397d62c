import { z } from 'zod'
import { pageQuery } from '@/lib/platform/endpoint-fields'
import { artistNames } from './artists/schema'
import { decodeCursor, isSlug } from './rules'

/** Tabs and line ends are the only control characters a text may have; half a surrogate pair is no text at all. */
function isCleanText(value: string): boolean {
  return value.isWellFormed() && !/(?![\t\n\r])\p{Cc}/u.test(value)
}

/** One line of words, trimmed, NFC. */
export const lineText = (maxLength: number) =>
  z
    .string()
    .trim()
    .normalize('NFC')
    .min(1)
    .max(maxLength)
    .refine((value) => isCleanText(value) && !/[\t\n\r]/.test(value), 'has a character that cannot be shown')

/** Paragraphs, trimmed, NFC. */
const longText = (maxLength: number) =>
  z
    .string()
    .trim()
    .normalize('NFC')
    .min(1)
    .max(maxLength)
    .refine(isCleanText, 'has a character that cannot be shown')

/** `POST …/events`. The poster stands in where there is no image. */
export const createEventSchema = z.strictObject({
  title: lineText(200),
  /** Where it is found, `/events/<slug>`; left out: made from the title. */
  slug: z.string().trim().max(80).refine(isSlug, 'is not an address such as velvet-hour').optional(),
  subtitle: lineText(200).optional(),
  description: longText(20_000),
  /** One lower-case word: concert, theatre, comedy, classical, sport, family, club, talk … */
  category: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z][a-z-]{1,38}[a-z]$/, 'is not a category such as concert or club-night'),
  imageUrl: z
    .url({ protocol: /^https$/ })
    .max(2_000)
    .optional(),
  /** Who plays, by name, the first named first. A name that is known already, however it is spelled, is that artist. */
  artists: artistNames.optional(),
})

export type CreateEventInput = z.input<typeof createEventSchema>

/** `PATCH …/events/{id}`: what is left out stays; null takes subtitle, image or artists away. */
export const updateEventSchema = createEventSchema
  .omit({ slug: true })
  .partial()
  .extend({
    subtitle: createEventSchema.shape.subtitle.nullable(),
    imageUrl: createEventSchema.shape.imageUrl.nullable(),
    artists: createEventSchema.shape.artists.nullable(),
  })
  .refine((change) => Object.keys(change).length > 0, 'changes nothing')

export type UpdateEventInput = z.input<typeof updateEventSchema>

/** `GET /events`. */
export const listEventsSchema = z.object({
  query: z.string().trim().max(200).refine(isCleanText, 'has a character that cannot be searched').optional(),
  city: z.string().trim().max(200).refine(isCleanText, 'has a character that cannot be searched').optional(),
  category: z.string().trim().toLowerCase().max(40).refine(isCleanText, 'is not a category').optional(),
  from: z.union([z.iso.datetime({ offset: true }), z.iso.date()]).optional(),
  to: z.union([z.iso.datetime({ offset: true }), z.iso.date()]).optional(),
  cursor: z
    .string()
    .max(200)
    .refine((text) => decodeCursor(text) !== null, 'is not a cursor of this list')
    .optional(),
  limit: pageQuery.shape.limit,
})
