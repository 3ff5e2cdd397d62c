'use client'

import { useTranslations } from 'next-intl'
import type { SeatFeed } from '@/components/seat-map/seat-feed'
import { lookOf, useSeatWords } from '@/components/seat-map/use-seat-words'
import type { SeatsNotice } from '@/components/seats/seats-state'
import type { Seats } from '@/components/seats/use-seats'
import { Button } from '@/components/ui/button'
import type { SeatMap } from '@/lib/seat-map/decode-plan'
import type { SeatChoice } from './use-seat-choice'

type Props = {
  notice: Extract<SeatsNotice, { kind: 'taken' }>
  seats: Seats
  map: SeatMap
  feed: SeatFeed | null
  choice: SeatChoice
}

const NOBODY: ReadonlySet<number> = new Set()

/** Someone else has it: which seat, how it stands, and the nearest one to take instead. */
export function TakenNotice({ notice, seats, map, feed, choice }: Props) {
  const t = useTranslations('seats.notice.taken')
  const words = useSeatWords(map)
  const [first] = notice.seats
  if (first === undefined) return <p className="font-semibold">{t('title')}</p>
  const look = lookOf(first, feed?.getStates() ?? null, NOBODY)
  // Free on the map though lost a moment ago: the news is on its way, and says "held".
  const how = look === 'sold' || look === 'blocked' ? look : 'held'
  const { alternatives } = notice
  const [nearest] = alternatives
  const count = alternatives.length
  return (
    <>
      <p className="font-semibold">{t(how, { seat: words.name(first), others: notice.seats.length - 1 })}</p>
      {nearest === undefined ? (
        <p className="text-muted text-sm">{t('none')}</p>
      ) : (
        <>
          <p className="text-muted text-sm">{t('nearest', { seat: words.name(nearest), count })}</p>
          <p className="mt-2 flex flex-wrap gap-2">
            <Button
              size="small"
              onClick={() => {
                choice.show(alternatives)
                seats.store.holdTogether(alternatives)
              }}
            >
              {t('take', { count })}
            </Button>
            {choice.canShow && (
              <Button size="small" variant="quiet" onClick={() => choice.show(alternatives)}>
                {t('show')}
              </Button>
            )}
          </p>
        </>
      )}
    </>
  )
}
