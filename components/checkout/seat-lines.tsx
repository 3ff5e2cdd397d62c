import { useFormatter } from 'next-intl'
import type { ReactNode } from 'react'
import { Price } from '@/components/ui/price'
import type { Money } from '@/lib/platform/money'

export type SeatGroup = {
  performanceId: string
  title: string
  venue: { name: string; city: string; timezone: string }
  startsAt: Date
  seats: { key: string; words: string; ticketType: string; price: Money }[]
}

/** The seats of a cart or an order, under what they are for. `foot` comes below each performance's seats. */
export function SeatLines({ groups, foot }: { groups: SeatGroup[]; foot?: (group: SeatGroup) => ReactNode }) {
  const format = useFormatter()
  return (
    <ul className="grid gap-6">
      {groups.map((group) => {
        const { performanceId, title, venue, startsAt, seats } = group
        const when = { dateStyle: 'full', timeStyle: 'short', timeZone: venue.timezone } as const
        return (
          <li key={performanceId} className="grid gap-3">
            <div>
              <h3 className="display text-xl">{title}</h3>
              <p className="text-muted text-sm">
                <time dateTime={startsAt.toISOString()} className="figures">
                  {format.dateTime(startsAt, when)}
                </time>
                <br />
                {venue.name}, {venue.city}
              </p>
            </div>
            <ul className="border-line border-t">
              {seats.map(({ key, words, ticketType, price }) => (
                <li key={key} className="flex items-baseline justify-between gap-4 border-line border-b py-2">
                  <span>
                    <span className="font-medium">{words}</span>{' '}
                    <span className="text-muted text-sm">{ticketType}</span>
                  </span>
                  <Price money={price} />
                </li>
              ))}
            </ul>
            {foot?.(group)}
          </li>
        )
      })}
    </ul>
  )
}
