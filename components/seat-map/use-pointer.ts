'use client'

import { type KeyboardEvent, type PointerEvent, useRef } from 'react'

type Pointed = { isTouch: boolean; isShift: boolean; at: { x: number; y: number } }

const NOWHERE: Pointed = { isTouch: false, isShift: false, at: { x: 0, y: 0 } }

/**
 * Which pointer touched the map last, and where (CSS pixels from its corner): the map's core reports what was chosen,
 * not by what. Looks on before the core does. `onDown` is called when a pointer comes down, whatever it comes to.
 */
export function usePointer(onDown: () => void) {
  const last = useRef(NOWHERE)
  const note = (event: PointerEvent<HTMLElement>) => {
    const corner = event.currentTarget.parentElement?.getBoundingClientRect()
    const at = { x: event.clientX - (corner?.left ?? 0), y: event.clientY - (corner?.top ?? 0) }
    last.current = { isTouch: event.pointerType === 'touch', isShift: event.shiftKey, at }
  }
  return {
    last: () => last.current,
    handlers: {
      onPointerDownCapture(event: PointerEvent<HTMLElement>) {
        note(event)
        onDown()
      },
      onPointerUpCapture: note,
      // From here on it is the keyboard's turn.
      onKeyDownCapture(event: KeyboardEvent) {
        last.current = { ...NOWHERE, isShift: event.shiftKey }
      },
    },
  }
}
