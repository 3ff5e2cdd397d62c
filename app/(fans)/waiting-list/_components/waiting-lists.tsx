import Link from 'next/link'
import { getFormatter, getTranslations } from 'next-intl/server'
import { Badge } from '@/components/ui/badge'
import { listWaitingEntries } from '@/lib/coordinator/view-waiting'
import type { WaitingView } from '@/lib/reservations/waiting-list/types'
import { inPageLanguage } from '../../in-page-language'
import { standingOf } from '../standing-of'

/** Where an account waits for seats, and what came of it lately; nothing for who waits nowhere. */
export async function WaitingLists({ userId }: { userId: string }) {
  const t = await getTranslations('waiting.list')
  const entries = await inPageLanguage(() => listWaitingEntries(userId))
  if (entries.length === 0) return null
  return (
    <section aria-labelledby="waiting-lists" className="grid gap-4">
      <h2 id="waiting-lists" className="text-lg">
        {t('title')}
      </h2>
      <ul className="border-line border-t">
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ul>
    </section>
  )
}

async function Entry({ entry }: { entry: WaitingView }) {
  const t = await getTranslations('waiting')
  const format = await getFormatter()
  const { event, venue, startsAt, until, seatCount: count, categoryName: category, takesFewer } = entry
  const timeZone = venue.timezone
  const standing = standingOf(entry, new Date())
  const time = until ? format.dateTime(until, { timeStyle: 'short', timeZone }) : ''
  return (
    <li className="border-line border-b">
      <Link
        href={`/waiting-list/${entry.key}`}
        className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-4 hover:bg-sunk"
      >
        <span className="grid min-w-0 gap-0.5">
          <span className="wrap-anywhere display text-xl">{event.title}</span>
          <span className="figures text-muted text-sm">
            {format.dateTime(startsAt, { dateStyle: 'medium', timeStyle: 'short', timeZone })} · {venue.name}
          </span>
          <span className="text-muted text-sm">
            {takesFewer && count > 1 ? t('wishFewer', { count, category }) : t('wish', { count, category })}
          </span>
        </span>
        <Badge tone={standing === 'called' ? 'good' : standing === 'waiting' ? 'plain' : 'quiet'}>
          {t(`list.${standing}`, { ahead: entry.ahead ?? 0, time })}
        </Badge>
      </Link>
    </li>
  )
}
