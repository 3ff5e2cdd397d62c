import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { Played } from '@/lib/events/artists/queries'

/** What an artist has played, behind a fold: somebody may look for it, nobody can buy it. */
export function PlayedList({ played }: { played: Played[] }) {
  const t = useTranslations('finding.artist')
  const format = useFormatter()
  return (
    <details className="border-line border-t pt-4">
      <summary className="link inline-flex min-h-11 items-center font-medium text-muted">
        {t('played')}
      </summary>
      <ul className="grid gap-2 pt-3 text-muted text-sm">
        {played.map(({ id, slug, title, startsAt, venue }) => (
          <li key={id}>
            <time dateTime={startsAt.toISOString()} className="figures">
              {format.dateTime(startsAt, { dateStyle: 'medium', timeZone: venue.timezone })}
            </time>
            {' · '}
            <Link href={`/events/${slug}`} className="link">
              {title}
            </Link>
            {` · ${venue.name}, ${venue.city}`}
          </li>
        ))}
      </ul>
    </details>
  )
}
