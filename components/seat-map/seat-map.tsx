'use client'

import { useTranslations } from 'next-intl'
import {
  type Ref,
  Suspense,
  useEffect,
  useEffectEvent,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react'
import { cn } from '@/components/ui/cn'
import { lazyPart } from '@/components/ui/lazy-part'
import type { SeatMap as SeatMapData } from '@/lib/seat-map/decode-plan'
import type { SeatFilter } from '@/lib/seat-map/seat-filter'
import type { Viewport } from '@/lib/seat-map/view'
import { FocusSpeaker } from './focus-speaker'
import { MapBroken } from './map-broken'
import { MapControls } from './map-controls'
import { MapHint, useHintOnce } from './map-hint'
import { MapOverview } from './map-overview'
import type { SeatFeed } from './seat-feed'
import type { TypeLine } from './seat-tip'
import { useSeatTools } from './seat-tools'
import { useLassoTool } from './use-lasso-tool'
import { usePointer } from './use-pointer'
import { useSeatMapView } from './use-seat-map-view'
import { lookOf, useSeatWords } from './use-seat-words'
import { useViewWatch } from './use-view-watch'

export type SeatMapHandle = {
  /** Brings a seat to the middle, near enough to choose it. */
  showSeat(index: number): void
  showSection(sectionIndex: number): void
  /** The whole map. */
  fit(): void
  /** Points seats out for a moment: gone, or the ones meant. */
  flash(seats: Iterable<number>, tone?: 'lost' | 'meant'): void
}

export type SeatMapProps = {
  map: SeatMapData
  feed: SeatFeed
  /** The fan's own seats, by index. Give a new set when it changes. */
  mine: ReadonlySet<number>
  /** Asked for and not yet answered. */
  pending?: ReadonlySet<number>
  /** Seats proposed to the fan: free, and pointed out. Give a new set when it changes. */
  proposed?: ReadonlySet<number> | null
  /** Which seats stand out; null or absent for all. Give a new object when it changes. */
  filter?: SeatFilter | null
  /** A free seat, or one of the fan's own, was chosen; `isRun`: with Shift, all from the one before to this one. */
  onToggle(index: number, isRun: boolean): void
  /** A seat that someone else has was chosen. */
  onUnavailable?(index: number): void
  /** Browsing only: nothing can be chosen. */
  disabled?: boolean
  /** All-in, e.g. `from €45`. */
  priceLabel?(index: number): string | undefined
  /** All-in, of a whole section, e.g. `€45–€80`; stands under its name from afar. */
  sectionNote?(sectionIndex: number): string
  /** What a seat can be sold as, for its card. */
  typeLines?(index: number): readonly TypeLine[]
  /** What lies over the map's edges (a bottom sheet, say). */
  insets?: Viewport['insets']
  /** What the zoom buttons stand above; the insets' bottom by itself. */
  controlsFootPx?: number
  className?: string
  ref?: Ref<SeatMapHandle>
}

type Pointed = { index: number; at: { x: number; y: number } } | null

const MapGuide = lazyPart(() => import('./map-guide').then((part) => part.MapGuide))
const SeatTip = lazyPart(() => import('./seat-tip').then((part) => part.SeatTip))

/** The live seat map. Fills its box, which needs a height; show it once `feed` is ready. */
export function SeatMap({ map, feed, mine, pending, className, ref, ...props }: SeatMapProps) {
  const t = useTranslations('seatMap')
  const words = useSeatWords(map)
  const tools = useSeatTools()
  const canvas = useRef<HTMLCanvasElement>(null)
  const helpId = useId()
  const [hovered, setHovered] = useState<Pointed>(null)
  const [focused, setFocused] = useState<Pointed>(null)
  const [tapped, setTapped] = useState<Pointed>(null)
  const [isGuideOpen, setGuideOpen] = useState(false)
  const [isBroken, setBroken] = useState(false)
  const hint = useHintOnce()
  const watch = useViewWatch()
  const pointer = usePointer(() => setTapped(null))
  const look = (index: number) => lookOf(index, feed.getStates(), mine, pending)

  const { proposed } = props
  const marked = useMemo(
    () => (proposed ? new Set([...(pending ?? []), ...proposed]) : pending),
    [proposed, pending],
  )
  const hasLasso = !props.disabled && tools.onLasso !== undefined

  const view = useSeatMapView(canvas, {
    ...{ map, feed, mine, pending: marked, filter: props.filter, insets: props.insets },
    freeLabel: words.free,
    sectionNote: props.sectionNote,
    focus: tools.focus,
    onChoose(index) {
      tools.focus.current = index
      if (props.disabled || look(index) === 'pending') return
      if (look(index) !== 'free' && look(index) !== 'mine') return props.onUnavailable?.(index)
      // A finger does not hover: what it chose is told of where it was.
      if (pointer.last().isTouch) setTapped({ index, at: pointer.last().at })
      props.onToggle(index, pointer.last().isShift)
    },
    onHover: (index, at) => setHovered(index < 0 ? null : { index, at }),
    onFocus: (index, at) => {
      if (index >= 0) {
        setHovered(null)
        tools.focus.current = index
      }
      setFocused(index < 0 ? null : { index, at })
    },
    onNear: () => hint.tell('near', t('hint.near')),
    onHelp: () => setGuideOpen(true),
    onView: watch.take,
    onBroken: () => setBroken(true),
  })
  const lasso = useLassoTool(view, feed, hasLasso ? tools.onLasso : undefined)
  useImperativeHandle(ref, () => ({
    showSeat: (index) => view.current?.showSeat(index),
    showSection: (at) => view.current?.showSection(at),
    fit: () => view.current?.fit(),
    flash: (seats, tone) => view.current?.flash(seats, tone),
  }))

  const shown = hovered ?? tapped ?? focused
  useEscape(shown !== null || lasso.isReady, () => {
    if (view.current?.controls.tool?.cancel()) return
    setHovered(null)
    setTapped(null)
    setFocused(null)
  })
  const room = {
    width: canvas.current?.clientWidth ?? 0,
    height: (canvas.current?.clientHeight ?? 0) - (props.insets?.bottom ?? 0),
  }
  const footPx = props.controlsFootPx ?? props.insets?.bottom ?? 0
  if (isBroken) return <MapBroken onShowList={tools.onShowList} className={className} />
  return (
    <div className={cn('relative overflow-hidden bg-map-ground', className)}>
      {/* An application: its arrow keys are its own. What they come to is read out below. */}
      <div
        role="application"
        aria-label={t('label', { name: map.name })}
        aria-describedby={helpId}
        {...pointer.handlers}
      >
        <canvas
          ref={canvas}
          tabIndex={0}
          aria-label={t('label', { name: map.name })}
          className="absolute inset-0 size-full touch-none select-none focus-visible:outline-offset-[-3px]"
        />
      </div>
      <p id={helpId} className="sr-only">
        {t('help')}
      </p>
      <FocusSpeaker
        {...{ map, words }}
        index={focused?.index ?? -1}
        look={focused ? look(focused.index) : 'free'}
        price={focused ? props.priceLabel?.(focused.index) : undefined}
      />
      <MapHint text={lasso.isReady ? t('hint.lasso') : shown ? null : hint.text} />
      <MapOverview {...{ view, watch, footPx }} insets={props.insets} />
      <MapControls
        onZoom={(factor) => view.current?.zoomBy(factor)}
        onFit={() => view.current?.fit()}
        onHelp={() => setGuideOpen(true)}
        onLasso={hasLasso ? () => lasso.take(!lasso.isReady) : undefined}
        isLassoReady={lasso.isReady}
        bottomPx={footPx}
      />
      <Suspense>
        {shown && (
          <SeatTip
            {...{ map, words, look: look(shown.index) }}
            {...shown}
            price={props.priceLabel?.(shown.index)}
            types={props.typeLines?.(shown.index)}
            room={room}
          />
        )}
      </Suspense>
      <Suspense>
        {isGuideOpen && <MapGuide hasLasso={hasLasso} onClose={() => setGuideOpen(false)} />}
      </Suspense>
    </div>
  )
}

/** Escape puts away what stands over the map, wherever the focus is (WCAG 1.4.13). */
function useEscape(isOn: boolean, onEscape: () => void): void {
  const onPress = useEffectEvent(onEscape)
  useEffect(() => {
    if (!isOn) return
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && onPress()
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [isOn])
}
