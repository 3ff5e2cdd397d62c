'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { useSeatWords } from '@/components/seat-map/use-seat-words'
import type { Seats } from '@/components/seats/use-seats'
import { Button } from '@/components/ui/button'
import { Countdown } from '@/components/ui/countdown'
import type { CartOffer } from '@/lib/reservations/types'
import type { SeatMap } from '@/lib/seat-map/decode-plan'
import type { SeatChoice } from './use-seat-choice'

type Props = { offer: CartOffer; seats: Seats; map: SeatMap; choice: SeatChoice }

/** Seats were lost: which, what is held in their place and how long, to keep or let go. */
export function OfferNotice({ offer, seats, map, choice }: Props) {
  const t = useTranslations('seats.offer')
  const words = useSeatWords(map)
  const [isKeeping, setKeeping] = useState(false)
  const { state, store } = seats
  const lost = offer.lost.map(({ index }) => index).sort((a, b) => a - b)
  const offered = offer.seats.map(({ index }) => index)
  const count = offered.length
  useShowOnce(offer.id, offered, choice)
  return (
    <section
      aria-label={t('label')}
      className="pointer-events-auto grid w-full max-w-lg animate-rise-in gap-0.5 rounded-control bg-raised px-4 py-3 shadow-lift"
    >
      {/* Without the clock, which would be read out every second. */}
      <div role="alert" className="grid gap-0.5">
        {lost.length > 0 && (
          <p className="font-semibold">{t('lost', { seats: words.blocks(lost), count: lost.length })}</p>
        )}
        <p className={lost.length > 0 ? 'text-sm' : 'font-semibold'}>
          {t(lost.length > 0 ? 'held' : 'again', { seats: words.blocks(offered), count })}
        </p>
      </div>
      <p className="mt-2 flex flex-wrap items-center gap-2">
        <Button
          size="small"
          pending={isKeeping}
          onClick={async () => {
            setKeeping(true)
            await store.answerOffer(true)
            setKeeping(false)
          }}
        >
          {t('keep', { count })}
        </Button>
        <Button size="small" variant="quiet" disabled={isKeeping} onClick={() => store.answerOffer(false)}>
          {t('letGo')}
        </Button>
        {choice.canShow && (
          <Button size="small" variant="quiet" onClick={() => choice.show(offered)}>
            {t('show')}
          </Button>
        )}
        <Countdown
          expiresAt={offer.expiresAt.toISOString()}
          serverNow={state.now.toISOString()}
          onEnd={() => {
            store.dispatch({ type: 'offer_ended' })
            seats.refresh()
          }}
          className="ms-auto pe-1 text-sm"
        />
      </p>
    </section>
  )
}

/** Brings a new offer into view, once. */
function useShowOnce(offerId: string, offered: number[], choice: SeatChoice) {
  const [shown, setShown] = useState('')
  useEffect(() => {
    if (shown === offerId) return
    setShown(offerId)
    choice.show(offered)
  }, [shown, offerId, offered, choice])
}
