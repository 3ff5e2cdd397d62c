import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { SeatMap } from '@/lib/seat-map/decode-plan'
import { viewFromSeat } from '@/lib/seat-map/seat-view'
import { placeCard } from './place-card'
import { SeatPicture } from './seat-picture'
import { SeatSign } from './seat-sign'
import type { SeatLook, SeatWords } from './use-seat-words'

/** What a seat can be sold as, as text. */
export type TypeLine = { id: string; name: string; price: string }

type SeatTipProps = {
  map: SeatMap
  words: SeatWords
  index: number
  look: SeatLook
  price?: string
  types?: readonly TypeLine[]
  /** The middle of the seat on the map, and what of the map is free to write on; CSS pixels. */
  at: { x: number; y: number }
  room: { width: number; height: number }
}

/** The seat's card: what is seen from it, where it is, what it costs. Above it, or below where there is more room. */
export function SeatTip({ map, words, index, look, price, types = [], at, room }: SeatTipProps) {
  const category = map.categories[map.category[index] as number]
  const section = map.sections[map.sectionOf[index] as number]
  const view = useMemo(() => viewFromSeat(map, index), [map, index])
  const notes = words.notes(index)
  const canHave = look === 'free' || look === 'mine'
  const width = room.width < 640 ? 216 : 264
  const isListed = look === 'free' && types.length > 1
  const card = useRef<HTMLDivElement>(null)
  const [height, setHeight] = useState(0)
  // Names and prices are as long as they are: only the card itself knows how high it is.
  useLayoutEffect(() => setHeight(card.current?.offsetHeight ?? 0))
  const { isBelow, ...place } = placeCard(at, { width, height }, room)
  return (
    <div
      ref={card}
      aria-hidden
      style={{ ...place, width }}
      className={`pointer-events-none absolute z-10 -translate-x-1/2 overflow-hidden rounded-control bg-raised text-sm shadow-lift ${isBelow ? '' : '-translate-y-full'}`}
    >
      <SeatPicture view={view} className="block w-full" />
      <div className="px-3 pt-2 pb-2.5">
        {section && (
          <p className="line-clamp-2 text-muted [overflow-wrap:anywhere]">{words.section(section)}</p>
        )}
        <p className="line-clamp-2 font-semibold text-base [overflow-wrap:anywhere]">{words.spot(index)}</p>
        <p className="mt-0.5 flex items-center justify-between gap-3">
          <span className="flex min-w-0 items-center gap-1.5 text-muted">
            <SeatSign look={look} color={category?.color} />
            <span className="truncate">{look === 'free' ? category?.name : words.state(look)}</span>
          </span>
          {price && canHave && !isListed && <span className="figures shrink-0 font-semibold">{price}</span>}
        </p>
        {isListed && <TypeLines types={types} />}
        <p className="mt-0.5 text-muted">{words.view(view)}</p>
        {notes.map((note) => (
          <p key={note} className="mt-0.5 font-semibold">
            {note}
          </p>
        ))}
      </div>
    </div>
  )
}

function TypeLines({ types }: { types: readonly TypeLine[] }) {
  return types.map(({ id, name, price }) => (
    <p key={id} className="mt-0.5 flex justify-between gap-3">
      <span className="min-w-0 truncate">{name}</span>
      <span className="figures shrink-0 font-semibold">{price}</span>
    </p>
  ))
}
