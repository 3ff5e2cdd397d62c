import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Poster } from '@/components/site/poster'
import { buttonStyle } from '@/components/ui/button'
import { viewOffer } from '@/lib/coordinator/view-offer'
import { inPageLanguage } from '../../in-page-language'
import type { OrderQuery } from '../../orders/read-access'
import { posterOf } from '../../poster-of'
import { AcceptForm } from './_components/accept-form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('ticketOffer')
  return { title: t('title'), robots: { index: false }, referrer: 'same-origin' }
}

/** Where a friend's mail leads. Opening it changes nothing: mail programs open links too. */
export default async function OfferPage({ searchParams }: { searchParams: Promise<OrderQuery> }) {
  const { key, trouble } = await searchParams
  const offer = typeof key === 'string' ? await inPageLanguage(() => viewOffer(key)) : null
  if (!offer || typeof key !== 'string') notFound()
  const t = await getTranslations('ticketOffer')
  const { event, venue, fromName, status } = offer
  return (
    <div className="wrap grid max-w-3xl items-start gap-8 pt-8 pb-16 sm:grid-cols-[12rem_minmax(0,1fr)] lg:pt-12">
      <Poster {...posterOf(event)} alt="" priority className="max-w-48" />
      <div className="grid gap-6">
        <header className="grid gap-3">
          <h1 className="display text-2xl">{t(`${status}.title`, { from: fromName })}</h1>
          <p className="text-lg text-muted">{t(`${status}.text`, { from: fromName })}</p>
        </header>
        <div className="grid gap-1 border-line border-y py-4">
          <h2 className="display text-xl">{event.title}</h2>
          <p className="font-semibold">{offer.words}</p>
          <p className="figures">
            {offer.day}, {offer.time}
          </p>
          <p className="text-muted text-sm">
            {venue.name}, {venue.city} · {offer.ticketType}
          </p>
        </div>
        {status === 'offered' ? (
          <AcceptForm offerKey={key} name={offer.toName} trouble={trouble} />
        ) : (
          <Link
            href={status === 'accepted' ? '/tickets' : `/events/${event.slug}`}
            className={buttonStyle({ variant: 'primary', className: 'justify-self-start' })}
          >
            {t(`${status}.next`)}
          </Link>
        )}
      </div>
    </div>
  )
}
