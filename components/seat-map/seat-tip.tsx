import type { SeatMap } from '@/lib/seat-map/decode-plan'
import { SeatSign } from './seat-sign'
import type { SeatLook, SeatWords } from './use-seat-words'

const HALF_WIDTH_PX = 112
const ROOM_ABOVE_PX = 132
const GAP_PX = 22

type SeatTipProps = {
  map: SeatMap
  words: SeatWords
  index: number
  look: SeatLook
  price?: string
  /** The middle of the seat on the map, and the map's width; CSS pixels. */
  at: { x: number; y: number }
  width: number
}

/** What the seat under the pointer is and costs. Above it, or below where there is no room. */
export function SeatTip({ map, words, index, look, price, at, width }: SeatTipProps) {
  const category = map.categories[map.category[index] as number]
  const isBelow = at.y < ROOM_ABOVE_PX
  const left = Math.max(HALF_WIDTH_PX + 8, Math.min(width - HALF_WIDTH_PX - 8, at.x))
  const place = { left, top: isBelow ? at.y + GAP_PX : at.y - GAP_PX, width: HALF_WIDTH_PX * 2 }
  return (
    <div
      aria-hidden
      style={place}
      className={`pointer-events-none absolute z-10 -translate-x-1/2 rounded-control bg-raised px-3 py-2.5 text-sm shadow-lift ${isBelow ? '' : '-translate-y-full'}`}
    >
      <p className="font-semibold">{words.name(index)}</p>
      <p className="mt-0.5 flex items-center justify-between gap-3">
        <span className="flex items-center gap-1.5 text-muted">
          <SeatSign look={look} color={category?.color} />
          {look === 'free' ? category?.name : words.state(look)}
        </span>
        {price && (look === 'free' || look === 'mine') && (
          <span className="figures font-semibold">{price}</span>
        )}
      </p>
      {words.notes(index).map((note) => (
        <p key={note} className="mt-0.5">
          {note}
        </p>
      ))}
    </div>
  )
}
