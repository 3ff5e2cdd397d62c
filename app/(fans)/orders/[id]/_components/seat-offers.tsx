import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { buttonStyle } from '@/components/ui/button'
import { SubmitButton } from '@/components/ui/submit-button'
import type { SeatOffer } from '@/lib/coordinator/suggest-seats'
import type { OrderAccess, OrderView } from '@/lib/reservations/orders/types'
import { holdOffered } from '../actions'
import { OrderForm } from './order-form'

/** `isFirst`: nothing above it is the next thing to do. */
type Props = { order: OrderView; offers: SeatOffer[]; access: OrderAccess; isFirst: boolean }

/** The seats that were wanted, and one step to the same or the nearest ones. */
export function SeatOffers({ order, offers, access, isFirst }: Props) {
  const t = useTranslations('order.cancelled')
  const waiting = useTranslations('waiting')
  const first = isFirst ? offers.find((offer) => offer.offer) : null
  if (offers.length === 0) return null
  return (
    <section aria-labelledby="offers" className="grid max-w-2xl gap-6">
      <h2 id="offers" className="sr-only">
        {t('next')}
      </h2>
      {offers.map((offer) => (
        <article
          key={offer.performanceId}
          className="grid gap-4 rounded-control border-[1.5px] border-line bg-surface p-5"
        >
          <Wanted offer={offer} />
          <OfferWords offer={offer.offer} />
          <div className="flex flex-wrap gap-3">
            {offer.offer && (
              <OrderForm orderId={order.id} access={access} action={holdOffered}>
                <input type="hidden" name="performance" value={offer.performanceId} />
                {offer.offer.labels.map((label) => (
                  <input key={label} type="hidden" name="seat" value={label} />
                ))}
                <SubmitButton variant={offer === first ? 'primary' : 'secondary'}>
                  {t(`take.${offer.offer.kind}`, { count: offer.offer.labels.length })}
                </SubmitButton>
              </OrderForm>
            )}
            <Link href={`/performances/${offer.performanceId}`} className={buttonStyle()}>
              {t('choose')}
            </Link>
            {!offer.offer && (
              <Link href={`/performances/${offer.performanceId}/waiting-list`} className={buttonStyle()}>
                {waiting('join')}
              </Link>
            )}
          </div>
        </article>
      ))}
    </section>
  )
}

function OfferWords({ offer }: Pick<SeatOffer, 'offer'>) {
  const t = useTranslations('order.cancelled')
  if (!offer) return <p>{t('none')}</p>
  const facts = { count: offer.labels.length, seats: offer.words.join('; ') }
  return <p>{t(`offer.${offer.kind}`, facts)}</p>
}

function Wanted({ offer: { line, wanted, gone } }: { offer: SeatOffer }) {
  const t = useTranslations('order.cancelled')
  const format = useFormatter()
  const { event, venue, startsAt } = line
  return (
    <div className="grid gap-2">
      <div>
        <h3 className="display wrap-anywhere text-xl">{event.title}</h3>
        <p className="figures text-muted text-sm">
          {format.dateTime(startsAt, { dateStyle: 'full', timeStyle: 'short', timeZone: venue.timezone })}
        </p>
      </div>
      <ul>
        {wanted.map((seat) => (
          <li key={seat}>
            {gone.includes(seat) ? (
              <>
                <s className="text-muted">{seat}</s> <span className="font-semibold">{t('gone')}</span>
              </>
            ) : (
              seat
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
