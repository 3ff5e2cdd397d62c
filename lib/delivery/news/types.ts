import type { Money } from '@/lib/platform/money'
import type { DocumentVenue } from '../documents/types'

/** News of an organizer for one who follows them, as plain data. */
export type NewsMail = {
  name: string
  organizer: string
  event: { title: string; subtitle: string | null; url: string; pictureUrl: string }
  /** At least one, by time. `onSaleAt` is null where sales have begun. */
  performances: { startsAt: string; onSaleAt: string | null; venue: DocumentVenue; priceFrom: Money }[]
  /** The page that ends these mails with one button. */
  unfollowUrl: string
  /** Where a mail program ends them by itself (RFC 8058). */
  oneClickUrl: string
}
