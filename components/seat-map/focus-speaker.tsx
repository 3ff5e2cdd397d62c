'use client'

import { useEffect, useEffectEvent, useState } from 'react'
import type { SeatMap } from '@/lib/seat-map/decode-plan'
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

type Views = typeof import('@/lib/seat-map/seat-view')

/** Most look with a finger or a mouse; where it does not come, the rest is said without it. */
function loadViews(): Promise<Views | null> {
  return import('@/lib/seat-map/seat-view').catch(() => null)
}

/**
 * Reads out the seat the keyboard has come to: where it is, its price, notes, state and view; again when somebody else
 * takes it. What the fan does with it is the announcer's to say.
 */
export function FocusSpeaker({ map, words, index, look, price }: FocusSpeakerProps) {
  const [text, setText] = useState('')
  const isTaken = look === 'held' || look === 'sold' || look === 'blocked'
  const speak = useEffectEvent((seat: number, views: Views | null) => {
    const view = views && words.view(views.viewFromSeat(map, seat))
    setText([words.describe(seat, look, price), view].filter(Boolean).join('. '))
  })
  useEffect(() => {
    // Named, so that it speaks again once the seat is taken, and for nothing else.
    const subject = { seat: index, isTaken }
    let isOver = false
    const timer = setTimeout(async () => {
      if (subject.seat < 0) return setText('')
      const views = await loadViews()
      if (!isOver) speak(subject.seat, views)
    }, PAUSE_MS)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [index, isTaken])
  return (
    <p role="status" className="sr-only">
      {text}
    </p>
  )
}
