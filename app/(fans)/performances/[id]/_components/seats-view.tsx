'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useRef, useState } from 'react'
import { useIsAsked } from '@/components/cart/more-time'
import type { SeatMapHandle } from '@/components/seat-map/seat-map'
import { SeatTools } from '@/components/seat-map/seat-tools'
import { useLiveSeats } from '@/components/seat-map/use-live-seats'
import { Viewers } from '@/components/seat-map/viewers'
import type { SeatsStart } from '@/components/seats/seats-state'
import type { SeatActions } from '@/components/seats/types'
import { useLasso } from '@/components/seats/use-lasso'
import { useSeats } from '@/components/seats/use-seats'
import { showToast } from '@/components/ui/toast-store'
import type { RealtimeAddress } from '@/lib/realtime/types'
import type { Sale } from '../to-sale'
import { ChoicePanel } from './choice-panel'
import { SeatStage } from './seat-stage'
import styles from './seats-page.module.css'
import { StageTools, type StageView } from './stage-tools'
import { useLoneSeats } from './use-lone-seats'
import { usePrices } from './use-prices'
import { useProposals } from './use-proposals'
import { useSeatChoice } from './use-seat-choice'
import { ANYTHING, useSeatFilter } from './use-seat-filter'

type Props = {
  sale: Sale
  start: SeatsStart
  realtime: RealtimeAddress | null
  actions: SeatActions
  heading: ReactNode
}

/** The page: which night, the tools, the map or the list, and the choice beside it (below it on a phone). */
export function SeatsView({ sale, start, realtime, actions, heading }: Props) {
  const t = useTranslations('seats.choice')
  const live = useLiveSeats({ performanceId: start.performanceId, seatMapId: sale.seatMapId, realtime })
  const seats = useSeats({
    ...{ start, actions, map: live.map, feed: live.feed },
    onReleased: (released) =>
      showToast(t('released', { count: released.length }), {
        label: t('undo'),
        run: () => void seats.store.holdAgain(released),
      }),
  })
  const handle = useRef<SeatMapHandle>(null)
  const [view, setView] = useState<StageView>('map')
  const filter = useSeatFilter(sale, live.map)
  const prices = usePrices(sale, live.map)
  const choice = useSeatChoice({
    seats,
    prices,
    live,
    handle,
    isOpen: sale.status === 'open',
    canShow: view === 'map',
  })
  const lone = useLoneSeats(seats, live)
  const isAsked = useIsAsked(seats.state.hold, seats.state.now)
  const proposals = useProposals(sale, live, seats, choice)
  const focus = useRef(-1)
  const onLasso = useLasso(seats.store, live.map)

  const tools = {
    ...{ focus, onLasso },
    onShowAll: filter.filter && (() => filter.change(ANYTHING)),
    onShowList: () => setView('list'),
  }

  return (
    <SeatTools value={tools}>
      <div
        className={`${styles.page} relative grid grid-cols-[minmax(0,1fr)] grid-rows-[auto_auto_minmax(0,1fr)] lg:grid-cols-[minmax(0,1fr)_25rem] lg:grid-rows-[3.5rem_auto_minmax(0,1fr)]`}
      >
        <div className="border-line px-4 pt-2 max-lg:pb-1 lg:col-start-2 lg:row-span-2 lg:row-start-1 lg:border-s lg:bg-surface lg:p-6">
          {heading}
        </div>
        <StageTools
          {...{ live, view, filter, prices }}
          onViewChange={setView}
          className="border-line border-b lg:col-start-1 lg:row-start-1"
        />
        <SeatStage
          {...{ live, seats, choice, prices, view, handle }}
          filter={filter.filter}
          proposed={proposals.seats}
          isSheetTall={lone.found !== null || isAsked}
          className="max-lg:col-start-1 max-lg:row-start-3 lg:col-start-1 lg:row-span-2 lg:row-start-2"
        />
        <Viewers
          feed={live.feed}
          className="pointer-events-none z-10 col-start-1 m-3 self-start justify-self-start rounded-full bg-ground px-2.5 py-1 max-lg:row-start-3 lg:row-start-2"
        />
        <ChoicePanel
          {...{ sale, seats, live, prices, choice, filter, proposals, lone }}
          className="border-line lg:col-start-2 lg:row-start-3 lg:border-s"
        />
      </div>
    </SeatTools>
  )
}
