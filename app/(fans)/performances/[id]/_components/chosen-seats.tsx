'use client'

import { useTranslations } from 'next-intl'
import type { Seats } from '@/components/seats/use-seats'
import { Button } from '@/components/ui/button'
import type { SeatMap } from '@/lib/seat-map/decode-plan'
import { AskedSeat, ChosenSeat } from './chosen-seat'
import type { Prices } from './use-prices'

type Props = { seats: Seats; prices: Prices; map: SeatMap | null; hasFree: boolean }

/** The fan's seats here, with what each is sold as; and those asked for a moment ago. */
export function ChosenSeats({ seats, prices, map, hasFree }: Props) {
  const t = useTranslations('seats.choice')
  const { state, store } = seats
  const held = (state.hold?.seats ?? []).filter((seat) => !state.releasing.has(seat.index))
  const asked = [...state.holding].filter((index) => !state.mine.has(index))
  if (held.length + asked.length === 0) return <NothingYet hasFree={hasFree} />
  return (
    <section aria-label={t('title')} className="grid gap-2">
      <div className="flex min-h-9 items-center justify-between gap-3">
        <h2 className="display text-xl">{t('title')}</h2>
        {held.length > 1 && (
          <Button size="small" variant="quiet" className="-me-3" onClick={() => store.release(held)}>
            {t('releaseAll')}
          </Button>
        )}
      </div>
      <ul className="divide-y divide-line border-line border-y">
        {held.map((seat) => (
          <ChosenSeat
            key={seat.index}
            seat={seat}
            map={map}
            types={prices.typesOf(seat.index)}
            onType={(ticketType) => store.chooseType(seat, ticketType)}
            onRelease={() => store.release([seat])}
          />
        ))}
        {map &&
          asked.map((index) => (
            <AskedSeat key={index} index={index} map={map} price={prices.ofSeat(index)} />
          ))}
      </ul>
    </section>
  )
}

/** Before the first seat. Where none is left, it says what one can still hope for. */
function NothingYet({ hasFree }: { hasFree: boolean }) {
  const t = useTranslations('seats.choice')
  return (
    <section className="grid gap-1 max-lg:hidden">
      <h2 className="display text-xl">{hasFree ? t('empty') : t('full')}</h2>
      <p className="text-muted">{hasFree ? t('emptyText') : t('fullText')}</p>
    </section>
  )
}
