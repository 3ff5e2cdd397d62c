'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { MapSection, SeatMap } from '@/lib/seat-map/decode-plan'
import { SEAT_FLAG, SEAT_STATE } from '@/lib/seat-map/plan'
import type { SeatView } from '@/lib/seat-map/seat-view'

/** How a seat looks to this fan. */
export type SeatLook = 'free' | 'mine' | 'pending' | 'held' | 'sold' | 'blocked'

export type SeatWords = {
  /** `Stalls, row F, seat 12`; `West stand, section 5, row 2, seat 4` */
  name(index: number): string
  /** The same within its section: `Row F, seat 12`. */
  spot(index: number): string
  /** `West stand, section 5`; a section whose name says where it is goes by that alone. */
  section(section: MapSection): string
  /** Wheelchair place, companion seat, restricted view; empty for most seats. */
  notes(index: number): string[]
  state(look: SeatLook): string
  /** Name, price, notes and state in one line, for a screen reader. */
  describe(index: number, look: SeatLook, price?: string): string
  free(count: number): string
  /** `24 m from the stage, from the side` */
  view(view: SeatView): string
  /** `Stalls, row F, seats 12–14`; several places joined. */
  blocks(seats: readonly number[]): string
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
        const place = section ? words.section(section) : ''
        const values = { section: place, row: row?.name ?? '', number: map.numberOf(index) }
        if (section?.kind === 'standing') return t('place', values)
        return section?.kind === 'tables' ? t('tableSeat', values) : t('seat', values)
      },
      spot(index) {
        const kind = map.sections[map.sectionOf[index] as number]?.kind
        if (kind === 'standing') return t('placeSpot')
        const values = { row: map.rows[map.rowOf[index] as number]?.name ?? '', number: map.numberOf(index) }
        return kind === 'tables' ? t('tableSpot', values) : t('spot', values)
      },
      section({ name, zone, kind }) {
        if (kind === 'tables' || saysZone(name, zone)) return name
        return t(isCode(name) ? 'zonedCode' : 'zoned', { zone, section: name })
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
      blocks: (seats) => runsOf(map, seats).map(block).join(' + '),
    }
    function block(seats: number[]): string {
      const first = seats[0] as number
      if (seats.length === 1) return words.name(first)
      const section = map.sections[map.sectionOf[first] as number]
      if (section?.kind === 'standing')
        return t('places', { section: words.section(section), count: seats.length })
      const row = map.rows[map.rowOf[first] as number]?.name ?? ''
      const place = section ? words.section(section) : ''
      const values = { section: place, row, first: map.numberOf(first) }
      const last = map.numberOf(seats.at(-1) as number)
      return section?.kind === 'tables'
        ? t('tableSeats', { ...values, last })
        : t('seats', { ...values, last })
    }
    return words
  }, [map, t])
}

/** `Stalls Left` needs no `Stalls` before it, nor does `Box A` need `Boxes`. */
function saysZone(name: string, zone: string): boolean {
  const [own, whole] = [name.toLowerCase(), zone.trim().toLowerCase()]
  const [first = ''] = own.split(' ')
  return own.includes(whole) || (first.length > 2 && whole.startsWith(first))
}

/** `5`, `101`, `A2`: nothing one would know for a section by itself. */
function isCode(name: string): boolean {
  return !/\p{L}{3}/u.test(name)
}

/** Seats in seat order → those that are neighbours in a row together; places of a standing area all together. */
function runsOf(map: SeatMap, seats: readonly number[]): number[][] {
  const runs: number[][] = []
  for (const seat of seats) {
    const before = runs.at(-1)?.at(-1)
    const isSameRow = before !== undefined && map.rowOf[before] === map.rowOf[seat]
    const isStanding = map.sections[map.sectionOf[seat] as number]?.kind === 'standing'
    if (isSameRow && (isStanding || before === seat - 1)) runs.at(-1)?.push(seat)
    else runs.push([seat])
  }
  return runs
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
