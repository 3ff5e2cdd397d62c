'use client'

import { useTranslations } from 'next-intl'
import { type PointerEvent, Suspense, useId, useRef, useState } from 'react'
import { MoreTime } from '@/components/cart/more-time'
import { LiveBadge } from '@/components/seat-map/live-badge'
import { SeatKey } from '@/components/seat-map/seat-key'
import type { LiveSeatsHandle } from '@/components/seat-map/use-live-seats'
import { countChosen, roomLeft } from '@/components/seats/seats-state'
import type { Seats } from '@/components/seats/use-seats'
import { cn } from '@/components/ui/cn'
import { lazyPart } from '@/components/ui/lazy-part'
import type { Sale } from '../to-sale'
import { BestSeats } from './best-seats'
import { ChoiceSummary } from './choice-summary'
import { NothingYet } from './nothing-yet'
import { useIsPhone } from './use-is-phone'
import type { LoneSeatsHandle } from './use-lone-seats'
import type { Prices } from './use-prices'
import type { Proposals } from './use-proposals'
import type { SeatChoice } from './use-seat-choice'
import type { SeatFilterHandle } from './use-seat-filter'
import { WaitingLine } from './waiting-line'

// Nobody has chosen yet as the page opens.
const ChosenSeats = lazyPart(() => import('./chosen-seats').then((part) => part.ChosenSeats))
const LoneNotice = lazyPart(() => import('./lone-notice').then((part) => part.LoneNotice))
const OtherHolds = lazyPart(() => import('./other-holds').then((part) => part.OtherHolds))
const ProposalBar = lazyPart(() => import('./proposal-bar').then((part) => part.ProposalBar))
const ProposalList = lazyPart(() => import('./proposal-list').then((part) => part.ProposalList))
const SaleClosed = lazyPart(() => import('./sale-closed').then((part) => part.SaleClosed))

type Props = {
  sale: Sale
  seats: Seats
  live: LiveSeatsHandle
  prices: Prices
  choice: SeatChoice
  filter: SeatFilterHandle
  proposals: Proposals
  lone: LoneSeatsHandle
  className?: string
}

/** The choice: a panel beside the map; on a phone a sheet below it, of which the summary always stands. */
export function ChoicePanel({
  sale,
  seats,
  live,
  prices,
  choice,
  filter,
  proposals,
  lone,
  className,
}: Props) {
  const t = useTranslations('seats.choice')
  const [isUp, setUp] = useState(false)
  const bodyId = useId()
  const isPhone = useIsPhone()
  const isLive = live.mode !== 'polling' && !live.isFailing
  const { state } = seats
  const count = countChosen(state)
  const room = roomLeft(state)
  const others = state.cart.holds.filter((hold) => hold.performanceId !== state.performanceId)
  const loneNotice = lone.found && live.map && choice.isOpen && (
    <Suspense>
      <LoneNotice
        seats={seats}
        found={lone.found}
        map={live.map}
        onKeep={lone.keep}
        className="max-lg:mx-4 max-lg:mb-2 lg:-mt-2"
      />
    </Suspense>
  )
  const moreTime = state.hold && (
    <MoreTime
      hold={state.hold}
      now={state.now}
      onExtend={() => seats.store.extend()}
      className="max-lg:mx-4 max-lg:mt-3 max-lg:mb-2 lg:border-line lg:border-t lg:px-6 lg:py-3"
    />
  )
  return (
    <aside
      aria-label={t('label')}
      className={cn(
        'flex min-h-0 flex-col bg-surface max-lg:absolute max-lg:inset-x-0 max-lg:bottom-0 max-lg:z-20 max-lg:max-h-[75%] max-lg:rounded-t-sheet max-lg:bg-raised max-lg:shadow-lift',
        className,
      )}
    >
      <SheetHandle isUp={isUp} onChange={setUp} controls={bodyId} />
      {isPhone && isLive && (
        <div className="pointer-events-none absolute end-4 top-1.5">
          <LiveBadge mode={live.mode} isFailing={live.isFailing} />
        </div>
      )}
      <div
        id={bodyId}
        className={cn(
          'grid min-h-0 grow content-start gap-6 overflow-y-auto px-4 pb-4 lg:px-6 lg:pt-6',
          !isUp && 'max-lg:hidden',
        )}
      >
        {choice.isOpen ? (
          <>
            {count > 0 ? (
              <Suspense>
                <ChosenSeats {...{ seats, prices }} map={live.map} />
              </Suspense>
            ) : (
              <NothingYet hasFree={choice.hasFree} />
            )}
            {(isUp || !isPhone) && loneNotice}
            {live.map && proposals.list.length > 0 ? (
              <Suspense>
                <ProposalList {...{ prices, proposals }} map={live.map} isSecond={count > 0} />
              </Suspense>
            ) : (
              choice.hasFree &&
              room > 0 && (
                <BestSeats
                  {...{ sale, prices, proposals, filter, room }}
                  isSecond={count > 0}
                  onFound={() => setUp(false)}
                />
              )
            )}
            {live.map && live.feed && (
              <WaitingLine
                {...{ sale, map: live.map, feed: live.feed }}
                performanceId={state.performanceId}
              />
            )}
          </>
        ) : (
          <Suspense>
            <SaleClosed sale={sale} onOpen={seats.refresh} />
          </Suspense>
        )}
        <Suspense>{others.length > 0 && <OtherHolds holds={others} now={state.now} />}</Suspense>
        {choice.isOpen && <SeatKey className="2xl:hidden" />}
      </div>
      {isPhone && !isUp && loneNotice}
      {moreTime}
      {isPhone && live.map && proposals.list.length > 0 && !isUp ? (
        <Suspense>
          <ProposalBar {...{ prices, proposals }} map={live.map} />
        </Suspense>
      ) : (
        <ChoiceSummary {...{ sale, seats, choice, prices, count, others }} onOpen={() => setUp(true)} />
      )}
    </aside>
  )
}

type HandleProps = { isUp: boolean; onChange(isUp: boolean): void; controls: string }

/** A tap or a swipe on the sheet's upper edge. */
function SheetHandle({ isUp, onChange, controls }: HandleProps) {
  const t = useTranslations('seats.choice')
  const startY = useRef(0)
  const onEnd = ({ clientY }: PointerEvent) => {
    const moved = clientY - startY.current
    if (Math.abs(moved) > 24) onChange(moved < 0)
  }
  return (
    <button
      type="button"
      aria-expanded={isUp}
      aria-controls={controls}
      aria-label={isUp ? t('lower') : t('raise')}
      onClick={() => onChange(!isUp)}
      onPointerDown={(event) => {
        startY.current = event.clientY
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerUp={onEnd}
      className="grid h-6 w-full shrink-0 touch-none place-items-center lg:hidden"
    >
      <span aria-hidden className="h-1 w-10 rounded-full bg-line-strong" />
    </button>
  )
}
