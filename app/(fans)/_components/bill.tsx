import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { cn } from '@/components/ui/cn'
import type { ArtistChoice, CategoryChoice, CityChoice } from '@/lib/events/types'
import { useKindWords } from './kind-words'

type Props = { cities: CityChoice[]; categories: CategoryChoice[]; artists: ArtistChoice[] }

/** The season by kind, by city and by who plays, set like the foot of a playbill. */
export function Bill({ cities, categories, artists }: Props) {
  const t = useTranslations('catalogue.bill')
  const nameKind = useKindWords()
  return (
    <div className="wrap grid gap-x-12 gap-y-10 lg:grid-cols-2">
      <Names
        title={t('kinds')}
        names={categories.map(({ category, eventCount }) => ({
          ...{ name: nameKind(category), eventCount, href: `/?category=${encodeURIComponent(category)}` },
        }))}
      />
      <Names
        title={t('cities')}
        names={cities.map(({ city, eventCount }) => ({
          ...{ name: city, eventCount, href: `/?city=${encodeURIComponent(city)}` },
        }))}
      />
      <Names
        title={t('artists')}
        className="lg:col-span-2"
        small
        names={artists.map(({ slug, name, eventCount }) => ({
          ...{ name, href: `/artists/${slug}`, eventCount: eventCount > 1 ? eventCount : undefined },
        }))}
      />
    </div>
  )
}

type Name = { name: string; href: string; eventCount?: number }
type NamesProps = { title: string; names: Name[]; small?: boolean; className?: string }

function Names({ title, names, small, className }: NamesProps) {
  const t = useTranslations('catalogue.bill')
  const id = useId()
  if (names.length === 0) return null
  return (
    <section
      aria-labelledby={id}
      className={cn('grid content-start gap-3 border-ink border-t-2 pt-3', className)}
    >
      <h2 id={id} className="font-medium text-muted text-sm">
        {title}
      </h2>
      <ul className="flex flex-wrap gap-x-7 gap-y-1">
        {names.map(({ name, href, eventCount }) => (
          <li key={href}>
            <Link
              href={href}
              prefetch={false}
              className={cn(
                'display inline-flex items-start gap-1 underline-offset-4 hover:underline',
                small ? 'min-h-9 text-xl' : 'min-h-11 text-2xl',
              )}
            >
              <span className="first-letter:uppercase">{name}</span>
              {eventCount !== undefined && (
                <span className="figures pt-1 font-medium font-sans text-muted text-sm leading-none tracking-normal">
                  <span className="sr-only">{t('count', { count: eventCount })}</span>
                  <span aria-hidden>{eventCount}</span>
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
