import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { buttonStyle } from '@/components/ui/button'
import { Price } from '@/components/ui/price'
import { Ticket } from '@/components/ui/ticket'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import type { PerformanceSummary } from '@/lib/events/types'

type Props = {
  performance: PerformanceSummary
  /** The first one that can be bought: it alone has the accent. */
  isNext: boolean
  /** The event plays in several venues, so each ticket says which. */
  venueNamed: boolean
}

/** A performance. While it can be bought, or waited for, its ticket has a stub; cancelled or past, the stub is gone. */
export function PerformanceTicket({ performance, isNext, venueNamed }: Props) {
  const t = useTranslations('event')
  const format = useFormatter()
  const { startsAt, doorsAt, status, availability, venue } = performance
  const timeZone = venue.timezone
  const time = (at: Date) => format.dateTime(at, { hour: 'numeric', minute: '2-digit', timeZone })
  const hasStub = status === 'on_sale' || status === 'scheduled' || status === 'sold_out'
  const state = status === 'on_sale' ? availability : status === 'scheduled' ? 'not_yet' : status
  return (
    <Ticket
      className={hasStub ? undefined : 'me-37 text-muted sm:me-52'}
      bodyClassName="grid content-center gap-1 px-4 py-4 sm:px-6"
      stubClassName="grid w-37 shrink-0 content-center gap-2 p-4 sm:w-52 sm:px-5"
      stub={hasStub ? <Stub performance={performance} isNext={isNext} /> : undefined}
    >
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <time dateTime={startsAt.toISOString()} className="display figures text-xl">
          {format.dateTime(startsAt, { weekday: 'short', day: 'numeric', month: 'short', timeZone })}
        </time>
        <State state={state} />
      </p>
      <p className="figures text-sm">
        <span className="font-semibold">{time(startsAt)}</span>
        {doorsAt && <span className="text-muted"> · {t('performances.doors', { time: time(doorsAt) })}</span>}
      </p>
      {venueNamed && (
        <p className="text-muted text-sm">
          {venue.name}, {venue.city}
        </p>
      )}
    </Ticket>
  )
}

function State({ state }: { state: string }) {
  const t = useTranslations('event.status')
  if (state === 'few_left') return <Badge>{t('few_left')}</Badge>
  if (state === 'sold_out' || state === 'cancelled' || state === 'past') {
    return <Badge tone={state === 'cancelled' ? 'danger' : 'quiet'}>{t(state)}</Badge>
  }
  return null
}

function Stub({ performance, isNext }: Omit<Props, 'venueNamed'>) {
  const t = useTranslations('event')
  const format = useFormatter()
  const waiting = useTranslations('waiting')
  const { id, startsAt, onSaleAt, priceFrom, status, venue } = performance
  const timeZone = venue.timezone
  if (status === 'scheduled' && onSaleAt) {
    return (
      <p className="grid text-sm">
        <span className="text-muted">{t('onSale')}</span>
        <time dateTime={onSaleAt.toISOString()} className="figures font-semibold text-base leading-snug">
          {format.dateTime(onSaleAt, {
            day: 'numeric',
            month: 'short',
            hour: 'numeric',
            minute: '2-digit',
            timeZone,
          })}
        </time>
      </p>
    )
  }
  const date = format.dateTime(startsAt, { dateStyle: 'long', timeStyle: 'short', timeZone })
  if (status === 'sold_out') {
    return (
      <Link
        href={`/performances/${id}/waiting-list`}
        className={buttonStyle({ className: 'w-full whitespace-normal! px-2! py-2 leading-tight' })}
      >
        <span>
          {waiting('join')}
          <VisuallyHidden>{waiting('on', { date })}</VisuallyHidden>
        </span>
      </Link>
    )
  }
  return (
    <>
      <p className="text-sm">
        <span className="text-muted">{t('performances.from')} </span>
        <Price money={priceFrom} short className="font-semibold text-base" />
      </p>
      <Link
        prefetch={false}
        href={`/performances/${id}`}
        className={buttonStyle({ variant: isNext ? 'primary' : 'secondary', className: 'w-full px-2!' })}
      >
        {t('choose')}
        <VisuallyHidden>{t('performances.on', { date })}</VisuallyHidden>
      </Link>
    </>
  )
}
