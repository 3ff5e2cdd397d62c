'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { SeatMap } from '@/lib/seat-map/decode-plan'
import { useSeatWords } from './use-seat-words'

type SeatAnnouncerProps = { map: SeatMap; mine: ReadonlySet<number> }

/** Reads out what becomes and what stops being the fan's own. One a page, whichever views it shows. */
export function SeatAnnouncer({ map, mine }: SeatAnnouncerProps) {
  const t = useTranslations('seatMap.announce')
  const words = useSeatWords(map)
  const [known, setKnown] = useState(mine)
  const [text, setText] = useState('')
  useEffect(() => {
    if (known === mine) return
    const added = [...mine].filter((index) => !known.has(index))
    const removed = [...known].filter((index) => !mine.has(index))
    setKnown(mine)
    const count = mine.size
    if (added.length + removed.length > 1) setText(t('many', { count }))
    else if (added[0] !== undefined) setText(t('added', { seat: words.name(added[0]), count }))
    else if (removed[0] !== undefined) setText(t('removed', { seat: words.name(removed[0]), count }))
  }, [known, mine, t, words])
  return (
    <p role="status" className="sr-only">
      {text}
    </p>
  )
}
