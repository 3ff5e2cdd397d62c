'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useCallback, useSyncExternalStore } from 'react'
import type { SeatFeed } from '@/components/seat-map/seat-feed'
import type { SeatMap } from '@/lib/seat-map/decode-plan'
import { SEAT_STATE } from '@/lib/seat-map/plan'
import type { Sale } from '../to-sale'

type Props = { sale: Sale; performanceId: string; map: SeatMap; feed: SeatFeed }

/** Where nothing is free at this moment, and the way to wait for it; nothing while there are seats everywhere. */
export function WaitingLine({ sale, performanceId, map, feed }: Props) {
  const t = useTranslations('seats.waiting')
  const full = useSyncExternalStore(
    useCallback((listener) => feed.onSeats(listener), [feed]),
    () => listFull(sale, map, feed.getStates()),
    () => '',
  )
  if (full === '') return null
  const indexes = full.split(',')
  const names = indexes.map((index) => sale.prices[Number(index)]?.category.name).join(', ')
  return (
    <p className="text-muted text-sm">
      {t('text', { names })}{' '}
      <Link
        href={`/performances/${performanceId}/waiting-list?category=${indexes[0]}`}
        className="link text-ink"
      >
        {t('join')}
      </Link>
    </p>
  )
}

/** The categories that are sold here and have no free seat, by index: as text, so that the same is the same. */
function listFull({ prices }: Sale, map: SeatMap, states: Uint8Array | null): string {
  const full = new Set(prices.flatMap(({ category, ticketTypes: [first] }) => (first ? category.index : [])))
  for (let seat = 0; states && full.size > 0 && seat < map.seatCount; seat += 1) {
    if (states[seat] === SEAT_STATE.free) full.delete(map.category[seat] ?? -1)
  }
  return states ? [...full].join() : ''
}
