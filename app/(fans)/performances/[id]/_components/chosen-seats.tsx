'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Seats } from '@/components/seats/use-seats'
import { Button } from '@/components/ui/button'
import type { HeldSeat } from '@/lib/reservations/types'
import type { SeatMap } from '@/lib/seat-map/decode-plan'
import { AskedSeat, ChosenSeat } from './chosen-seat'
import type { Prices } from './use-prices'

type Props = { seats: Seats; prices: Prices; map: SeatMap | null }

/** The fan's seats here, with what each is sold as; and those asked for a moment ago. */
export function ChosenSeats({ seats, prices, map }: Props) {
  const t = useTranslations('seats.choice')
  const { state, store } = seats
  const held = (state.hold?.seats ?? []).filter((seat) => !state.releasing.has(seat.index))
  const asked = [...state.holding].filter((index) => !state.mine.has(index))
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
      <AllAs {...{ held, prices, store }} />
      <ul className="divide-y divide-line border-line border-y">
        {held.map((seat) => (
          <ChosenSeat
            key={seat.index}
            seat={seat}
            map={map}
            types={prices.typesOf(seat.index)}
            onType={(ticketType) => store.chooseTypes([{ seat, ticketType }])}
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

type AllAsProps = { held: HeldSeat[]; prices: Prices; store: Seats['store'] }

/** One ticket type for several seats at once: those that all of them are sold as. */
function AllAs({ held, prices, store }: AllAsProps) {
  const t = useTranslations('seats.choice')
  const [asked, setAsked] = useState<string | null>(null)
  const names = namesInCommon(held, prices)
  if (held.length < 2 || names.length < 2) return null
  const current = new Set(held.map(({ ticketType }) => ticketType.name))
  const chooseAll = async (name: string) => {
    setAsked(name)
    const choices = held.flatMap((seat) => {
      const type = prices.typesOf(seat.index).find((one) => one.name === name)
      return type && type.id !== seat.ticketType.id ? [{ seat, ticketType: type.id }] : []
    })
    await store.chooseTypes(choices)
    setAsked(null)
  }
  return (
    <fieldset aria-label={t('allAs')} className="flex flex-wrap items-center gap-x-1 text-sm">
      <span aria-hidden className="me-1 text-muted">
        {t('allAs')}
      </span>
      {names.map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={asked ? asked === name : current.size === 1 && current.has(name)}
          onClick={() => chooseAll(name)}
          className="min-h-9 rounded-control border border-transparent px-2.5 hover:border-line-strong aria-pressed:border-line-strong aria-pressed:font-semibold"
        >
          {name}
        </button>
      ))}
    </fieldset>
  )
}

function namesInCommon(held: HeldSeat[], prices: Prices): string[] {
  const [first = [], ...others] = held.map(({ index }) => prices.typesOf(index).map(({ name }) => name))
  return first.filter((name) => others.every((names) => names.includes(name)))
}
