import type { KeyboardEvent } from 'react'
import { SeatSign } from './seat-sign'
import type { SeatLook } from './use-seat-words'

/** A seat pressed; with Shift it means a run of seats. */
export type SeatPress = { index: number; isRun: boolean }

type SeatButtonProps = {
  index: number
  look: SeatLook
  number: string
  color?: string
  /** Everything about the seat, for those who do not see it. */
  label: string
  /** The one seat of its section that the Tab key stops at. */
  isStop: boolean
  /** Free, and outside the filter: it steps back, and can still be chosen. */
  isOut: boolean
  onPress(press: SeatPress): void
  onKey(event: KeyboardEvent): void
}

/** A seat in the list. A taken one can be reached and read, not chosen. */
export function SeatButton({ index, look, number, color, label, isStop, isOut, ...on }: SeatButtonProps) {
  const isTaken = look === 'held' || look === 'sold' || look === 'blocked'
  return (
    <button
      type="button"
      data-seat={index}
      tabIndex={isStop ? 0 : -1}
      aria-label={label}
      aria-pressed={look === 'mine'}
      aria-disabled={isTaken}
      onClick={(event) => on.onPress({ index, isRun: event.shiftKey })}
      onKeyDown={on.onKey}
      className={`figures grid size-10 place-items-center rounded-control hover:bg-surface ${isTaken || isOut ? 'text-muted' : 'font-semibold'}`}
    >
      <SeatSign look={isOut ? 'out' : look} color={color} className="size-3.5" />
      <span aria-hidden className="-mt-1.5 text-sm leading-none">
        {number}
      </span>
    </button>
  )
}
