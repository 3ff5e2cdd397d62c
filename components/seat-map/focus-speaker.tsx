'use client'

import { useEffect, useEffectEvent, useState } from 'react'
import type { SeatMap } from '@/lib/seat-map/decode-plan'
import { viewFromSeat } from '@/lib/seat-map/seat-view'
import type { SeatLook, SeatWords } from './use-seat-words'

type FocusSpeakerProps = {
  map: SeatMap
  words: SeatWords
  /** The seat that has the keyboard's focus on the map; -1 for none. */
  index: number
  look: SeatLook
  price?: string
}

/** Who holds an arrow key down hears where it ends, not every seat on the way. */
const PAUSE_MS = 120

/**
 * Reads out the seat the keyboard has come to: where it is, its price, notes, state and view; again when somebody else
 * takes it. What the fan does with it is the announcer's to say.
 */
export function FocusSpeaker({ map, words, index, look, price }: FocusSpeakerProps) {
  const [text, setText] = useState('')
  const isTaken = look === 'held' || look === 'sold' || look === 'blocked'
  const speak = useEffectEvent((seat: number) =>
    setText(seat < 0 ? '' : `${words.describe(seat, look, price)}. ${words.view(viewFromSeat(map, seat))}`),
  )
  useEffect(() => {
    // Named, so that it speaks again once the seat is taken, and for nothing else.
    const subject = { seat: index, isTaken }
    const timer = setTimeout(() => speak(subject.seat), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [index, isTaken])
  return (
    <p role="status" className="sr-only">
      {text}
    </p>
  )
}
