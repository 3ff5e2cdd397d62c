import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ArtistName } from '@/lib/events/types'

/** Who plays, each with the way to all their dates. Nothing where nobody was named. */
export function EventArtists({ artists }: { artists: ArtistName[] }) {
  const t = useTranslations('event')
  if (artists.length === 0) return null
  return (
    <section aria-labelledby="bill" className="grid gap-2">
      <h2 id="bill" className="display text-xl">
        {t('bill')}
      </h2>
      <ul className="flex max-w-[62ch] flex-wrap gap-x-6">
        {artists.map(({ slug, name }) => (
          <li key={slug} className="max-w-full">
            <Link
              href={`/artists/${slug}`}
              className="link wrap-anywhere inline-flex min-h-9 items-center text-lg"
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
