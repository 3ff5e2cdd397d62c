'use client'

import { ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useId, useRef, useState, useSyncExternalStore } from 'react'
import { countStates } from '@/lib/seat-map/states'
import type { SeatListProps, SectionSeatsProps } from './seat-list-props'
import { SeatRows } from './seat-rows'
import { useSeatTools } from './seat-tools'
import { StandingPlaces } from './standing-places'
import { useSeatWords } from './use-seat-words'

/** The same seats as the map's, as section → row → seat, for keyboards and screen readers. */
export function SeatList({ map, feed, ...props }: SeatListProps) {
  const t = useTranslations('seatMap.list')
  const states = useSyncExternalStore(feed.onSeats, feed.getStates, () => null)
  // It opens where the map was left: the same seat is the one that the keyboard comes to.
  const { focus } = useSeatTools()
  const [openSection, setOpenSection] = useState(() =>
    focus.current >= 0 ? (map.sectionOf[focus.current] ?? -1) : map.sections.length === 1 ? 0 : -1,
  )
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    list.current?.querySelector(`[data-seat="${focus.current}"]`)?.scrollIntoView({ block: 'center' })
  }, [focus])
  const helpId = useId()
  return (
    <section aria-label={t('label')} aria-describedby={helpId}>
      <p id={helpId} className="mb-3 text-muted text-sm">
        {t('help')}
      </p>
      <ul ref={list} className="border-line border-t">
        {map.sections.map((section) => (
          <SectionItem
            key={section.id}
            {...{ map, section, ...props }}
            states={states}
            isOpen={openSection === section.index}
            onOpenChange={(isOpen) => setOpenSection(isOpen ? section.index : -1)}
          />
        ))}
      </ul>
    </section>
  )
}

type SectionItemProps = SectionSeatsProps & { isOpen: boolean; onOpenChange(isOpen: boolean): void }

function SectionItem({ isOpen, onOpenChange, ...props }: SectionItemProps) {
  const { map, section, states, mine } = props
  const words = useSeatWords(map)
  const panelId = useId()
  const free = states ? countStates(states, section.firstSeat, section.seatCount).free : 0
  const own = [...mine].filter((index) => map.sectionOf[index] === section.index).length
  return (
    <li className="border-line border-b">
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={panelId}
        onClick={() => onOpenChange(!isOpen)}
        className="flex min-h-12 w-full items-center gap-3 py-2 text-start transition-colors hover:bg-surface"
      >
        <span className="flex min-w-0 flex-wrap items-baseline gap-x-3 [overflow-wrap:anywhere]">
          <span className="font-semibold">{section.name}</span>
          {section.zone && section.zone !== section.name && (
            <span className="text-muted text-sm">{section.zone}</span>
          )}
        </span>
        <span className="figures ms-auto shrink-0 text-end text-muted text-sm">
          {words.free(free)}
          {own > 0 && ` · ${words.state('mine')}: ${own}`}
        </span>
        <ChevronDown
          aria-hidden
          className={`size-4 shrink-0 transition-transform ${isOpen ? 'rotate-180' : ''}`}
        />
      </button>
      <div id={panelId} hidden={!isOpen} className="pb-4">
        {isOpen && (section.kind === 'standing' ? <StandingPlaces {...props} /> : <SeatRows {...props} />)}
      </div>
    </li>
  )
}
