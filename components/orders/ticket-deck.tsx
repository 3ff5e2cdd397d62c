'use client'

import { ChevronLeft, ChevronRight } from 'lucide-react'
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { useWakeLock } from './use-wake-lock'

/** Between two tickets; `gap-4`. */
const GAP_PX = 16

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
    const index = Math.round(Math.abs(box.scrollLeft) / (box.clientWidth + GAP_PX))
    const slide = slides[index]
    if (!slide || index === at) return
    setAt(index)
    history.replaceState(history.state, '', slide.path)
  }
  function step(by: number) {
    scrollTo(track.current, at + by, 'smooth')
  }
  useArrowKeys(step)
  return (
    <section aria-label={label} className="grid gap-4">
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

/** Anywhere on the page but where somebody types: a ticket is often all there is on a screen. */
function useArrowKeys(step: (by: number) => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const { key, target, altKey, ctrlKey, metaKey } = event
    if (altKey || ctrlKey || metaKey || target instanceof HTMLInputElement) return
    if (key !== 'ArrowRight' && key !== 'ArrowLeft') return
    event.preventDefault()
    step(key === 'ArrowRight' ? 1 : -1)
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}

function scrollTo(box: HTMLElement | null, index: number, behavior: ScrollBehavior) {
  if (box && index >= 0)
    box.scrollTo({ left: index * (box.clientWidth + GAP_PX) * directionOf(box), behavior })
}

function directionOf(box: HTMLElement): 1 | -1 {
  return getComputedStyle(box).direction === 'rtl' ? -1 : 1
}
