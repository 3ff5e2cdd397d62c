'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, memo, useCallback, useEffect, useRef, useState } from 'react'
import type { MapRow, SeatMap } from '@/lib/seat-map/decode-plan'
import { passesSeat } from '@/lib/seat-map/seat-filter'
import { rove, roveMirrored, type Spot } from './roving'
import { SeatButton, type SeatPress } from './seat-button'
import type { SectionSeatsProps } from './seat-list-props'
import { useSeatTools } from './seat-tools'
import { lookOf, type SeatLook, type SeatWords, useSeatWords } from './use-seat-words'

/** The rows of a section: one stop of the Tab key, arrow keys inside. */
export function SeatRows({ map, section, states, mine, pending, filter, ...props }: SectionSeatsProps) {
  const t = useTranslations('seatMap.list')
  const words = useSeatWords(map)
  const { focus } = useSeatTools()
  const [spot, setSpot] = useState<Spot>(() =>
    map.sectionOf[focus.current] === section.index
      ? spotOf(map, section.firstSeat, focus.current)
      : { row: 0, at: 0 },
  )
  const list = useRef<HTMLOListElement>(null)

  const onPress = useLatest(({ index, isRun }: SeatPress) => {
    setSpot(spotOf(map, section.firstSeat, index))
    const look = lookOf(index, states, mine, pending)
    if (props.disabled || look === 'pending') return
    if (look === 'free' || look === 'mine') props.onToggle(index, isRun)
    else props.onUnavailable?.(index)
  })
  const onKey = useLatest((event: KeyboardEvent) => {
    const lengths = section.rows.map(({ seatCount }) => seatCount)
    const isRtl = list.current !== null && getComputedStyle(list.current).direction === 'rtl'
    const next = (isRtl ? roveMirrored : rove)(event.key, spot, lengths)
    if (!next) return
    event.preventDefault()
    setSpot(next)
    const index = (section.rows[next.row]?.firstSeat ?? 0) + next.at
    list.current?.querySelector<HTMLElement>(`[data-seat="${index}"]`)?.focus()
  })

  const hasLongNames = section.rows.some(({ name }) => name.length > LONG_NAME)
  return (
    <ol
      ref={list}
      aria-label={t('seats', { section: words.section(section) })}
      className="space-y-1"
      onFocus={({ target }) => {
        if (target.dataset.seat) focus.current = Number(target.dataset.seat)
      }}
    >
      {section.rows.map((row, at) => (
        <SeatRow
          key={row.index}
          {...{ map, row, words, hasLongNames, onPress, onKey }}
          looks={looksOf(map, row, { states, mine, pending, filter })}
          stop={spot.row === at ? spot.at : -1}
          priceLabel={props.priceLabel}
        />
      ))}
    </ol>
  )
}

type SeatRowProps = {
  map: SeatMap
  row: MapRow
  words: SeatWords
  hasLongNames: boolean
  /** One letter a seat: equal text, equal row, and nothing to render again. */
  looks: string
  /** The seat that Tab stops at; -1 for none of this row. */
  stop: number
  priceLabel?(index: number): string | undefined
  onPress(press: SeatPress): void
  onKey(event: KeyboardEvent): void
}

const SeatRow = memo(function SeatRow({
  map,
  row,
  words,
  hasLongNames,
  looks,
  stop,
  priceLabel,
  ...on
}: SeatRowProps) {
  const t = useTranslations('seatMap')
  const seats = Array.from(looks, (letter, at) => ({
    index: row.firstSeat + at,
    look: LOOKS[letter] ?? 'free',
    isOut: letter === OUT,
    at,
  }))
  return (
    <li className="flex items-start gap-2">
      <span
        aria-hidden
        className={`figures ${hasLongNames ? 'w-24' : 'w-10'} shrink-0 pt-2 text-muted text-sm leading-tight [overflow-wrap:anywhere]`}
      >
        {row.name}
      </span>
      <ol aria-label={t('row', { row: row.name })} className="flex flex-wrap">
        {seats.map(({ index, look, isOut, at }) => (
          <li key={index}>
            <SeatButton
              {...{ index, look, isOut, ...on }}
              number={map.numberOf(index)}
              color={map.categories[map.category[index] as number]?.color}
              label={words.describe(index, look, priceLabel?.(index))}
              isStop={at === stop}
            />
          </li>
        ))}
      </ol>
    </li>
  )
})

/** Longer than a letter or a number: then all rows of the section keep more room for it. */
const LONG_NAME = 5

/** Free, and outside the filter. */
const OUT = 'o'
const LETTERS: Record<SeatLook, string> = {
  free: 'f',
  mine: 'm',
  pending: 'p',
  held: 'h',
  sold: 's',
  blocked: 'b',
}
const LOOKS: Record<string, SeatLook> = {
  f: 'free',
  m: 'mine',
  p: 'pending',
  h: 'held',
  s: 'sold',
  b: 'blocked',
}

type Known = Pick<SectionSeatsProps, 'states' | 'mine' | 'pending' | 'filter'>

function looksOf(map: SeatMap, row: MapRow, { states, mine, pending, filter }: Known): string {
  let looks = ''
  for (let index = row.firstSeat; index < row.firstSeat + row.seatCount; index++) {
    const look = lookOf(index, states, mine, pending)
    looks += look === 'free' && !passesSeat(map, filter ?? null, index) ? OUT : LETTERS[look]
  }
  return looks
}

function spotOf(map: SeatMap, firstSeat: number, index: number): Spot {
  const row = map.rowOf[index] as number
  return { row: row - (map.rowOf[firstSeat] as number), at: index - (map.rows[row]?.firstSeat ?? 0) }
}

/** Always the same function, which does what the newest one does: rows need not render again for a new handler. */
function useLatest<T>(handler: (value: T) => void): (value: T) => void {
  const latest = useRef(handler)
  useEffect(() => {
    latest.current = handler
  })
  return useCallback((value) => latest.current(value), [])
}
