'use client'

import { X } from 'lucide-react'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { totalsOf } from '@/components/cart/cart-state'
import type { CutHold, CutSeat } from '@/components/cart/cut-prices'
import { MoreTime } from '@/components/cart/more-time'
import { seatKey } from '@/components/cart/seat-key'
import { SeatLine } from '@/components/cart/seat-line'
import { Poster } from '@/components/site/poster'
import { Button, buttonStyle } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { Countdown } from '@/components/ui/countdown'
import { CutPrice } from '@/components/ui/cut-price'
import { Price } from '@/components/ui/price'
import { Ticket } from '@/components/ui/ticket'
import type { SectionKind } from '@/lib/seat-map/plan'
import type { Cart } from './use-cart'

export type PosterFacts = { src: string; placeholder?: string }

type Props = {
  hold: CutHold
  now: Date
  kinds: Record<string, SectionKind>
  poster?: PosterFacts
  cart: Cart
}

/** One performance in the cart: body with the seats, stub with the time and what they cost together. */
export function HoldTicket({ hold, now, kinds, poster, cart }: Props) {
  const t = useTranslations('cart')
  const [total] = totalsOf([hold])
  return (
    <Ticket
      direction="down"
      bodyClassName="grid gap-4 p-4 sm:p-6"
      stubClassName="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-4 sm:px-6"
      stub={
        <>
          <p>
            <span className="text-muted">{t('held')} </span>
            <Countdown
              expiresAt={hold.expiresAt.toISOString()}
              serverNow={now.toISOString()}
              onEnd={() => cart.end(hold.performanceId)}
              className="text-lg"
            />
          </p>
          {total && <Price money={total} className="font-semibold text-lg" />}
        </>
      }
    >
      <HoldHeading hold={hold} poster={poster} />
      <ul className="divide-y divide-line border-line border-y">
        {hold.seats.map((seat) => (
          <SeatItem
            key={seat.index}
            seat={seat}
            kind={kinds[seatKey(hold.performanceId, seat.index)]}
            isBusy={cart.isBusy}
            onRelease={() => cart.release(hold, [seat])}
          />
        ))}
      </ul>
      <MoreTime hold={hold} now={now} onExtend={() => cart.extend(hold)} />
      <div className="-mx-3 -my-2 flex flex-wrap justify-between gap-2">
        <Link
          prefetch={false}
          href={`/performances/${hold.performanceId}`}
          className={buttonStyle({ variant: 'quiet', size: 'small' })}
        >
          {t('change')}
        </Link>
        {hold.seats.length > 1 && (
          <Button
            size="small"
            variant="quiet"
            disabled={cart.isBusy}
            onClick={() => cart.release(hold, hold.seats)}
          >
            {t('releaseAll')}
          </Button>
        )}
      </div>
    </Ticket>
  )
}

function HoldHeading({ hold, poster }: Pick<Props, 'hold' | 'poster'>) {
  const format = useFormatter()
  const { event, venue, startsAt } = hold
  const timeZone = venue.timezone
  return (
    <div className="flex gap-4">
      {poster && <Poster {...poster} alt="" className="w-16 shrink-0 self-start" />}
      <div className="grid min-w-0 content-start gap-1">
        <h2 className="display wrap-anywhere text-xl">
          <Link
            href={`/events/${event.slug}`}
            prefetch={false}
            className="hover:underline hover:underline-offset-4"
          >
            {event.title}
          </Link>
        </h2>
        <p className="figures text-sm">
          <time dateTime={startsAt.toISOString()} className="font-semibold">
            {format.dateTime(startsAt, {
              weekday: 'short',
              day: 'numeric',
              month: 'short',
              hour: 'numeric',
              minute: '2-digit',
              timeZone,
              timeZoneName: 'short',
            })}
          </time>
          <span className="block text-muted">
            {venue.name}, {venue.city}
          </span>
        </p>
      </div>
    </div>
  )
}

type SeatItemProps = { seat: CutSeat; kind?: SectionKind; isBusy: boolean; onRelease(): void }

function SeatItem({ seat, kind, isBusy, onRelease }: SeatItemProps) {
  const t = useTranslations('cart')
  const name = t('seatName', { section: seat.section, row: seat.row, number: seat.number })
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto_auto] items-center gap-x-3 py-2 sm:grid-cols-[minmax(0,1fr)_8rem_auto_auto]">
      <SeatLine {...seat} kind={kind} />
      <span className="truncate text-muted text-sm max-sm:order-last max-sm:col-span-full">
        {seat.ticketType.name}
      </span>
      <CutPrice money={seat.price} was={seat.was} className="text-end font-semibold" />
      <button
        type="button"
        aria-label={t('release', { seat: name })}
        disabled={isBusy}
        onClick={onRelease}
        className={cn(buttonStyle({ variant: 'quiet', size: 'icon' }), '-me-3')}
      >
        <X aria-hidden className="size-4" />
      </button>
    </li>
  )
}
