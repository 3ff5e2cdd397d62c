'use client'

import { ChevronLeft, ChevronRight } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { useWakeLock } from './use-wake-lock'

type Slide = { id: string; path: string; name: string; card: ReactNode }
type Props = {
  /** Of the whole, e.g. "4 tickets". */
  label: string
  slides: Slide[]
  words: { previous: string; next: string }
  /** The screen stays on while this is shown. */
  staysLit: boolean
}

/** Tickets side by side: swiped, stepped through with buttons or arrow keys. The address follows. */
export function TicketDeck({ label, slides, words, staysLit }: Props) {
  const track = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState(0)
  useWakeLock(staysLit)
  useEffect(() => {
    // By the address, so that a page kept offline shows the one that was asked for.
    const own = slides.findIndex(({ id }) => location.pathname.includes(id))
    scrollTo(track.current, own, 'instant')
  }, [slides])
  function settle() {
    const box = track.current
    if (!box) return
    const index = Math.round(Math.abs(box.scrollLeft) / box.clientWidth)
    const slide = slides[index]
    if (!slide || index === at) return
    setAt(index)
    history.replaceState(history.state, '', slide.path)
  }
  function step(by: number) {
    scrollTo(track.current, at + by, 'smooth')
  }
  function onKey({ key, target }: KeyboardEvent) {
    if (target instanceof HTMLInputElement) return
    if (key === 'ArrowRight') step(1)
    if (key === 'ArrowLeft') step(-1)
  }
  return (
    <section aria-label={label} onKeyDown={onKey} className="grid gap-4">
      {slides.length > 1 && (
        <div className="flex items-center justify-between gap-4">
          <Button size="icon" aria-label={words.previous} disabled={at === 0} onClick={() => step(-1)}>
            <ChevronLeft aria-hidden className="size-5 rtl:rotate-180" />
          </Button>
          <p aria-live="polite" className="figures font-semibold">
            {slides[at]?.name}
          </p>
          <Button
            size="icon"
            aria-label={words.next}
            disabled={at === slides.length - 1}
            onClick={() => step(1)}
          >
            <ChevronRight aria-hidden className="size-5 rtl:rotate-180" />
          </Button>
        </div>
      )}
      <div
        ref={track}
        onScroll={settle}
        // biome is right that this is no control: it is focused to be scrolled by keys.
        tabIndex={slides.length > 1 ? 0 : undefined}
        className="flex snap-x snap-mandatory gap-4 overflow-x-auto [scrollbar-width:none]"
      >
        {slides.map(({ id, name, card }, i) => (
          <article
            key={id}
            aria-label={name}
            inert={i !== at}
            className="grid w-full shrink-0 snap-center content-start gap-4"
          >
            {card}
          </article>
        ))}
      </div>
    </section>
  )
}

function scrollTo(box: HTMLElement | null, index: number, behavior: ScrollBehavior) {
  if (box && index >= 0) box.scrollTo({ left: index * (box.clientWidth + 16) * directionOf(box), behavior })
}

function directionOf(box: HTMLElement): 1 | -1 {
  return getComputedStyle(box).direction === 'rtl' ? -1 : 1
}
