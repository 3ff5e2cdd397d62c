import { useMemo } from 'react'
import type { SeatMap } from '@/lib/seat-map/decode-plan'
import { VIEW_HEIGHT, VIEW_WIDTH, viewFromSeat } from '@/lib/seat-map/seat-view'
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

const PAD_PX = 24
const LINE_PX = 20

/** The seat's card: what is seen from it, where it is, what it costs. Above it, or below where there is more room. */
export function SeatTip({ map, words, index, look, price, types = [], at, room }: SeatTipProps) {
  const category = map.categories[map.category[index] as number]
  const view = useMemo(() => viewFromSeat(map, index), [map, index])
  const notes = words.notes(index)
  const canHave = look === 'free' || look === 'mine'
  const width = room.width < 640 ? 216 : 264
  const isListed = look === 'free' && types.length > 1
  const lines = 3 + notes.length + (isListed ? types.length : 0)
  const height = (width * VIEW_HEIGHT) / VIEW_WIDTH + PAD_PX + lines * LINE_PX
  const { isBelow, ...place } = placeCard(at, { width, height }, room)
  return (
    <div
      aria-hidden
      style={{ ...place, width }}
      className={`pointer-events-none absolute z-10 -translate-x-1/2 overflow-hidden rounded-control bg-raised text-sm shadow-lift ${isBelow ? '' : '-translate-y-full'}`}
    >
      <SeatPicture view={view} className="block w-full" />
      <div className="px-3 pt-2 pb-2.5">
        <p className="font-semibold">{words.name(index)}</p>
        <p className="mt-0.5 flex items-center justify-between gap-3">
          <span className="flex items-center gap-1.5 text-muted">
            <SeatSign look={look} color={category?.color} />
            {look === 'free' ? category?.name : words.state(look)}
          </span>
          {price && canHave && !isListed && <span className="figures font-semibold">{price}</span>}
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
      <span>{name}</span>
      <span className="figures font-semibold">{price}</span>
    </p>
  ))
}
