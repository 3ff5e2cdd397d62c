'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type MouseEvent, useState } from 'react'
import type { Seats } from '@/components/seats/use-seats'
import { Button, buttonStyle } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { Countdown } from '@/components/ui/countdown'
import { Price } from '@/components/ui/price'
import { sumMoney } from '@/lib/platform/money'
import type { CartHold } from '@/lib/reservations/types'
import type { Sale } from '../to-sale'
import { SaleHint } from './sale-hint'
import type { Prices } from './use-prices'
import type { SeatChoice } from './use-seat-choice'

type Props = {
  sale: Sale
  seats: Seats
  choice: SeatChoice
  prices: Prices
  /** Seats chosen here, those under way too. */
  count: number
  others: CartHold[]
  /** Asks for the rest of the sheet (phone). */
  onOpen(): void
}

/** The foot of the panel: how many, how much, how long, and the one button. */
export function ChoiceSummary({ sale, seats, choice, prices, count, others, onOpen }: Props) {
  const t = useTranslations('seats.summary')
  const waiting = useTranslations('seats.waiting')
  const { state, store } = seats
  const box =
    'grid min-h-22 shrink-0 items-center gap-x-4 gap-y-3 px-4 pb-[max(0.75rem,env(safe-area-inset-bottom))] max-lg:grid-cols-[minmax(0,1fr)_auto] lg:border-line lg:border-t lg:px-6 lg:py-5'
  if (count === 0) {
    return (
      <div className={cn(box, 'lg:hidden')}>
        <p className="min-w-0 text-muted text-sm">
          <SaleHint sale={sale} hasFree={choice.hasFree} />
        </p>
        {choice.isOpen && choice.hasFree && <Button onClick={onOpen}>{t('best')}</Button>}
        {choice.isOpen && !choice.hasFree && (
          <Link href={`/performances/${state.performanceId}/waiting-list`} className={buttonStyle()}>
            {waiting('short')}
          </Link>
        )}
      </div>
    )
  }
  return (
    <div className={box}>
      <div className="min-w-0 lg:grid lg:grid-cols-[1fr_auto] lg:items-baseline">
        <p className="flex flex-wrap items-baseline gap-x-2 font-semibold lg:contents">
          <span>{t('seats', { count })}</span>
          <span aria-hidden className="text-muted lg:hidden">
            ·
          </span>
          <Price money={totalOf(seats, sale, prices)} className="lg:text-xl" />
        </p>
        <p className="text-muted text-sm lg:col-span-2">
          {state.hold ? (
            <>
              {t('held')}{' '}
              <Countdown
                expiresAt={state.hold.expiresAt.toISOString()}
                serverNow={state.now.toISOString()}
                onEnd={() => {
                  store.dispatch({ type: 'ended' })
                  seats.refresh()
                }}
                className="text-ink"
              />
            </>
          ) : (
            t('asking')
          )}
          {others.length > 0 && (
            <span className="max-sm:hidden"> · {t('andOthers', { count: others.length })}</span>
          )}
        </p>
      </div>
      <CheckOutLink seats={seats} />
    </div>
  )
}

/** To the checkout, once every click has its answer. Pulses when another event's seats have joined. */
function CheckOutLink({ seats }: { seats: Seats }) {
  const t = useTranslations('seats.summary')
  const router = useRouter()
  const [isWaiting, setWaiting] = useState(false)
  const { joins } = seats.state
  const goWhenSettled = async (event: MouseEvent) => {
    if (seats.pending.size === 0) return
    event.preventDefault()
    setWaiting(true)
    await seats.store.settle()
    setWaiting(false)
    if (seats.store.getState().hold) router.push('/checkout')
  }
  return (
    <Link
      key={joins}
      href="/checkout"
      prefetch={false}
      aria-busy={isWaiting || undefined}
      onClick={goWhenSettled}
      className={cn(
        buttonStyle({ variant: 'primary' }),
        'lg:min-h-14 lg:text-lg',
        joins > 0 && 'animate-pulse-once',
      )}
    >
      {t('checkOut')}
    </Link>
  )
}

/** Of the seats held, and of those asked for at the price a click takes. */
function totalOf({ state }: Seats, { prices: [first] }: Sale, prices: Prices) {
  const held = (state.hold?.seats ?? []).filter((seat) => !state.releasing.has(seat.index))
  const asked = [...state.holding].filter((seat) => !state.mine.has(seat))
  const amounts = [
    ...held.map((seat) => seat.price.amount),
    ...asked.map((seat) => prices.typesOf(seat)[0]?.price.amount ?? 0),
  ]
  const currency = held[0]?.price.currency ?? first?.ticketTypes[0]?.price.currency ?? 'EUR'
  return sumMoney(amounts, currency)
}
