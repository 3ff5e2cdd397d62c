import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { ArtistHit } from '@/lib/events/finding/types'

/** Artists who are called as was searched for, before the events. Nothing where there is none. */
export function FoundArtists({ artists }: { artists: ArtistHit[] }) {
  const t = useTranslations('catalogue.artists')
  if (artists.length === 0) return null
  return (
    <section aria-labelledby="artists" className="grid gap-3 border-ink border-t-2 pt-3">
      <h2 id="artists" className="font-medium text-muted text-sm">
        {t('title')}
      </h2>
      <ul className="grid gap-x-8 gap-y-2 sm:grid-cols-2 lg:grid-cols-3">
        {artists.map((artist) => (
          <li key={artist.slug} className="group relative grid content-start gap-0.5 py-2">
            <h3 className="display wrap-anywhere text-xl">
              <Link
                href={`/artists/${artist.slug}`}
                className="underline-offset-4 after:absolute after:inset-0 group-hover:underline"
              >
                {artist.name}
              </Link>
            </h3>
            <Dates artist={artist} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Dates({ artist: { dateCount, next } }: { artist: ArtistHit }) {
  const t = useTranslations('catalogue.artists')
  const format = useFormatter()
  if (!next) return <p className="text-muted text-sm">{t('none')}</p>
  const date = format.dateTime(new Date(next.startsAt), {
    ...{ weekday: 'short', day: 'numeric', month: 'short', timeZone: next.timezone },
  })
  return (
    <p className="figures text-sm">
      <span className="font-medium">{t('dates', { count: dateCount })}</span>
      <span className="text-muted"> · {t('next', { date, city: next.city })}</span>
    </p>
  )
}
