'use client'

import { useTranslations } from 'next-intl'
import { totalsOf } from '@/components/cart/cart-state'
import { seatKey } from '@/components/cart/seat-key'
import { SeatLine } from '@/components/cart/seat-line'
import { Button } from '@/components/ui/button'
import { Countdown } from '@/components/ui/countdown'
import { Price } from '@/components/ui/price'
import type { CartOffer, LostSeat } from '@/lib/reservations/types'
import type { SectionKind } from '@/lib/seat-map/plan'
import type { Cart } from './use-cart'

type Props = { offer: CartOffer; now: Date; kinds: Record<string, SectionKind>; cart: Cart }

/** Seats held in place of lost ones: not in the sum, to keep or let go before their two minutes are over. */
export function OfferTicket({ offer, now, kinds, cart }: Props) {
  const t = useTranslations('cart.offer')
  const inCart = useTranslations('cart')
  const name = (seat: { section: string; row: string; number: string }) => inCart('seatName', seat)
  const count = offer.seats.length
  const [total] = totalsOf([offer])
  // One for one they stand beside each other; of fewer, nobody knows which stands for which.
  const isPaired = offer.lost.length === count
  return (
    <section
      aria-label={t('label', { title: offer.event.title })}
      className="grid gap-4 rounded-paper border border-line-strong border-dashed bg-surface p-4 sm:p-6"
    >
      <div className="flex items-start justify-between gap-4">
        <div className="grid min-w-0 gap-1">
          <h2 className="display text-xl">
            {offer.lost.length > 0 ? t('title', { count }) : t('again', { count })}
          </h2>
          {offer.lost.length > 0 && !isPaired && (
            <ul aria-label={t('lost')} className="text-sm">
              {offer.lost.map(({ label, section, row, number }) => (
                <li key={label}>{t('lostSeat', { seat: name({ section, row, number }) })}</li>
              ))}
            </ul>
          )}
          <p className="wrap-anywhere text-muted text-sm">
            {t(offer.lost.length > 0 ? 'text' : 'againText', { title: offer.event.title, count })}
          </p>
        </div>
        <Countdown
          expiresAt={offer.expiresAt.toISOString()}
          serverNow={now.toISOString()}
          onEnd={() => cart.endOffer(offer)}
          className="text-lg"
        />
      </div>
      <ul className="divide-y divide-line border-line border-y">
        {offer.seats.map((seat, nth) => (
          <li key={seat.index} className="flex items-center justify-between gap-3 py-2">
            <span className="grid min-w-0 gap-1">
              {isPaired && <LostLine seat={offer.lost[nth] as LostSeat} />}
              <SeatLine {...seat} kind={kinds[seatKey(offer.performanceId, seat.index)]} />
            </span>
            <span className="grid justify-items-end">
              <Price money={seat.price} className="font-semibold" />
              <span className="text-muted text-sm">{seat.ticketType.name}</span>
            </span>
          </li>
        ))}
      </ul>
      <p className="flex flex-wrap items-center gap-2">
        <Button pending={cart.isBusy} onClick={() => cart.answerOffer(offer, true)}>
          {t('keep', { count })}
          {total && count > 1 && (
            <>
              {' ·'}
              <Price money={total} short />
            </>
          )}
        </Button>
        <Button variant="quiet" disabled={cart.isBusy} onClick={() => cart.answerOffer(offer, false)}>
          {t('letGo')}
        </Button>
      </p>
    </section>
  )
}

function LostLine({ seat }: { seat: LostSeat }) {
  const t = useTranslations('cart')
  return <span className="text-muted text-sm">{t('offer.lostSeat', { seat: t('seatName', seat) })}</span>
}
