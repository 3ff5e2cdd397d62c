import { useFormatter } from 'next-intl'
import { CutPrice } from '@/components/ui/cut-price'
import type { Money } from '@/lib/platform/money'

export type SeatGroup = {
  performanceId: string
  title: string
  venue: { name: string; city: string; timezone: string }
  startsAt: Date
  /** `was`: what it costs without the promo code. */
  seats: { key: string; words: string; ticketType: string; price: Money; was?: Money }[]
}

/** The seats of a cart or an order, under what they are for. */
export function SeatLines({
  groups,
  heading: Heading = 'h2',
}: {
  groups: SeatGroup[]
  heading?: 'h2' | 'h3'
}) {
  const format = useFormatter()
  return (
    <ul className="grid gap-6">
      {groups.map(({ performanceId, title, venue, startsAt, seats }) => {
        const when = { dateStyle: 'full', timeStyle: 'short', timeZone: venue.timezone } as const
        return (
          <li key={performanceId} className="grid gap-3">
            <div>
              <Heading className="display wrap-anywhere text-xl">{title}</Heading>
              <p className="text-muted text-sm">
                <time dateTime={startsAt.toISOString()} className="figures">
                  {format.dateTime(startsAt, when)}
                </time>
                <br />
                {venue.name}, {venue.city}
              </p>
            </div>
            <ul className="border-line border-t">
              {seats.map(({ key, words, ticketType, price, was }) => (
                <li key={key} className="flex items-baseline justify-between gap-4 border-line border-b py-2">
                  <span>
                    <span className="font-medium">{words}</span>{' '}
                    <span className="text-muted text-sm">{ticketType}</span>
                  </span>
                  <CutPrice money={price} was={was} />
                </li>
              ))}
            </ul>
          </li>
        )
      })}
    </ul>
  )
}
