import type { Money } from '@/lib/platform/money'
import type { DocumentVenue } from '../documents/types'

/** News of an event for one who follows its organizer, who plays, or both; as plain data. */
export type NewsMail = {
  name: string
  event: { title: string; subtitle: string | null; url: string; pictureUrl: string }
  /** At least one, by time. `onSaleAt` is null where sales have begun. */
  performances: { startsAt: string; onSaleAt: string | null; venue: DocumentVenue; priceFrom: Money }[]
  /** Whom of it they follow, at least one, each with the page that ends mails about them with one button. */
  reasons: { name: string; unfollowUrl: string }[]
  /** Where a mail program ends them all by itself (RFC 8058). */
  oneClickUrl: string
}
