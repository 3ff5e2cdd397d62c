'use client'

import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import type { SeatMap } from '@/lib/seat-map/decode-plan'
import { showToast } from '../ui/toast-store'
import { countChosen } from './seats-state'
import type { SeatsStore } from './seats-store'

type Point = { x: number; y: number }

/**
 * Takes the free seats of a loop drawn on the map, in one call: all of them, or the best that the limit leaves room for
 * (`pickSeats`). Says how many became the fan's own, and gives them back again where that was not meant.
 */
export function useLasso(store: SeatsStore, map: SeatMap | null) {
  const t = useTranslations('seatMap.lasso')
  return useCallback(
    async (inside: readonly number[], middle: Point) => {
      if (!map) return
      const room = store.getState().maxSeats - countChosen(store.getState())
      if (inside.length === 0) return showToast(t('none'))
      if (room <= 0) return store.dispatch({ type: 'noticed', notice: { kind: 'limit' } })
      const { pickSeats } = await import('@/lib/seat-map/pick-seats')
      const picked = pickSeats(map, inside, middle, room)
      for (const seat of picked) store.toggle(seat)
      await store.settle()
      const { hold, maxSeats } = store.getState()
      const held = hold?.seats.filter(({ index }) => picked.includes(index)) ?? []
      if (held.length === 0) return
      const left = inside.length - picked.length
      const text =
        left > 0 ? t('some', { count: held.length, left, max: maxSeats }) : t('all', { count: held.length })
      showToast(text, { label: t('undo'), run: () => void store.release(held) })
    },
    [store, map, t],
  )
}
