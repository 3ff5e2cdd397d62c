'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Suspense } from 'react'
import type { SeatFeed } from '@/components/seat-map/seat-feed'
import type { SeatsNotice } from '@/components/seats/seats-state'
import type { Seats } from '@/components/seats/use-seats'
import { Button } from '@/components/ui/button'
import { lazyPart } from '@/components/ui/lazy-part'
import type { SeatMap } from '@/lib/seat-map/decode-plan'
import type { SeatChoice } from './use-seat-choice'

const OfferNotice = lazyPart(() => import('./offer-notice').then((part) => part.OfferNotice))
const TakenNotice = lazyPart(() => import('./taken-notice').then((part) => part.TakenNotice))

type Props = { seats: Seats; map: SeatMap | null; feed: SeatFeed | null; choice: SeatChoice }

/** What happened to a choice, what it means, and the way on. Over the map, where the eyes are. */
export function SeatsNoticeBar({ seats, map, feed, choice }: Props) {
  const t = useTranslations('common')
  const { notice, offer } = seats.state
  const standing = offer && map && choice.isOpen && (
    <Suspense>
      <OfferNotice key={offer.id} {...{ offer, seats, map, choice }} />
    </Suspense>
  )
  // What was lost is said together with what is offered for it.
  if (!notice || notice.kind === 'lost') return standing
  return (
    <>
      {standing}
      <div
        role={notice.kind === 'ended' ? 'status' : 'alert'}
        className="pointer-events-auto flex w-full max-w-lg animate-rise-in gap-2 rounded-control bg-raised py-3 ps-4 pe-1 shadow-lift"
      >
        <div className="grid min-w-0 grow gap-0.5 pb-0.5">
          {notice.kind === 'taken' ? (
            <Suspense>{map && <TakenNotice {...{ notice, seats, map, feed, choice }} />}</Suspense>
          ) : (
            <PlainNotice {...{ notice, seats }} />
          )}
        </div>
        <button
          type="button"
          aria-label={t('close')}
          onClick={() => seats.store.dispatch({ type: 'noticed', notice: null })}
          className="-my-2 grid size-11 shrink-0 place-items-center"
        >
          <X aria-hidden className="size-5" />
        </button>
      </div>
    </>
  )
}

function PlainNotice({
  notice,
  seats,
}: {
  notice: Exclude<SeatsNotice, { kind: 'taken' | 'lost' }>
  seats: Seats
}) {
  const t = useTranslations('seats.notice')
  const { store } = seats
  return (
    <>
      <p className="font-semibold">{t(`${notice.kind}.title`, { count: seats.state.maxSeats })}</p>
      <p className="text-muted text-sm">{t(`${notice.kind}.text`)}</p>
      {notice.kind === 'ended' && (
        <Act onClick={() => store.holdAgain(notice.seats)}>
          {t('ended.again', { count: notice.seats.length })}
        </Act>
      )}
      {(notice.kind === 'unreachable' || notice.kind === 'failed') && (
        <Act onClick={() => store.retry()}>{t('retry')}</Act>
      )}
      {notice.kind === 'not_on_sale' && <Act onClick={seats.refresh}>{t('not_on_sale.look')}</Act>}
    </>
  )
}

function Act({ onClick, children }: { onClick(): void; children: string }) {
  return (
    <p className="mt-2">
      <Button size="small" onClick={onClick}>
        {children}
      </Button>
    </p>
  )
}
