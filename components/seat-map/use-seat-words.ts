'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { SeatMap } from '@/lib/seat-map/decode-plan'
import { SEAT_FLAG, SEAT_STATE } from '@/lib/seat-map/plan'
import type { SeatView } from '@/lib/seat-map/seat-view'

/** How a seat looks to this fan. */
export type SeatLook = 'free' | 'mine' | 'pending' | 'held' | 'sold' | 'blocked'

export type SeatWords = {
  /** `Stalls, row F, seat 12` */
  name(index: number): string
  /** Wheelchair place, companion seat, restricted view; empty for most seats. */
  notes(index: number): string[]
  state(look: SeatLook): string
  /** Name, price, notes and state in one line, for a screen reader. */
  describe(index: number, look: SeatLook, price?: string): string
  free(count: number): string
  /** `24 m from the stage, from the side` */
  view(view: SeatView): string
}

/** From here on the words say so. */
const ASIDE_DEGREES = 45
const ABOVE_DEGREES = 15

/** What seats are called, in the reader's language. */
export function useSeatWords(map: SeatMap): SeatWords {
  const t = useTranslations('seatMap')
  return useMemo(() => {
    const freeTexts = new Map<number, string>()
    const words: SeatWords = {
      name(index) {
        const section = map.sections[map.sectionOf[index] as number]
        const row = map.rows[map.rowOf[index] as number]
        const values = { section: section?.name ?? '', row: row?.name ?? '', number: map.numberOf(index) }
        if (section?.kind === 'standing') return t('place', values)
        return section?.kind === 'tables' ? t('tableSeat', values) : t('seat', values)
      },
      notes(index) {
        const flags = map.flags[index] as number
        return (['wheelchair', 'companion', 'restrictedView'] as const)
          .filter((flag) => flags & SEAT_FLAG[flag])
          .map((flag) => t(`notes.${flag}`))
      },
      state: (look) => t(`state.${look}`),
      describe(index, look, price) {
        const category = map.categories[map.category[index] as number]?.name
        const parts = [words.name(index), category, price, ...words.notes(index), words.state(look)]
        return parts.filter(Boolean).join('. ')
      },
      // Asked for by every section in every frame; formatting a message costs more than drawing it.
      free(count) {
        const known = freeTexts.get(count)
        if (known !== undefined) return known
        const text = t('free', { count })
        freeTexts.set(count, text)
        return text
      },
      view({ looksAt, distanceM, sideDegrees, downDegrees }) {
        const parts = [t(`view.${looksAt}`, { distance: distanceM })]
        if (sideDegrees >= ASIDE_DEGREES) parts.push(t('view.side'))
        if (downDegrees >= ABOVE_DEGREES) parts.push(t('view.above'))
        return parts.join(', ')
      },
    }
    return words
  }, [map, t])
}

/** How the seat looks, by what is known of it. */
export function lookOf(
  index: number,
  states: Uint8Array | null,
  mine: ReadonlySet<number>,
  pending?: ReadonlySet<number>,
): SeatLook {
  if (pending?.has(index)) return 'pending'
  if (mine.has(index)) return 'mine'
  const state = states?.[index]
  if (state === SEAT_STATE.held) return 'held'
  if (state === SEAT_STATE.sold) return 'sold'
  return state === SEAT_STATE.blocked ? 'blocked' : 'free'
}
