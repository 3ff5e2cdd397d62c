import Link from 'next/link'
import { getFormatter, getTranslations } from 'next-intl/server'
import { HoldClock } from '@/components/checkout/hold-clock'
import { buttonStyle } from '@/components/ui/button'
import { Price } from '@/components/ui/price'
import { SubmitButton } from '@/components/ui/submit-button'
import { type Swap, swapSeats } from '@/lib/coordinator/swap-seats'
import type { OrderAccess, OrderView } from '@/lib/reservations/orders/types'
import type { CartOffer } from '@/lib/reservations/types'
import { inPageLanguage } from '../../../in-page-language'
import { answerOffered } from '../actions'
import { OrderForm } from './order-form'

type Props = { order: OrderView; offer: CartOffer; access: OrderAccess; isFirst: boolean }

/** Seats held already in place of lost ones, each beside the one it stands for: to keep, or to let go. */
export async function OfferedInstead({ order, offer, access, isFirst }: Props) {
  const [t, format, swaps] = await Promise.all([
    getTranslations('order.cancelled.instead'),
    getFormatter(),
    inPageLanguage(() => swapSeats(order, offer)),
  ])
  const { event, venue, startsAt, seats, expiresAt } = offer
  const count = seats.length
  const clock = () => <HoldClock expiresAt={expiresAt.toISOString()} serverNow={new Date().toISOString()} />
  return (
    <article className="grid gap-4 rounded-paper border border-line-strong border-dashed bg-surface p-5">
      <div>
        <h3 className="display wrap-anywhere text-xl">{event.title}</h3>
        <p className="figures text-muted text-sm">
          {format.dateTime(startsAt, { dateStyle: 'full', timeStyle: 'short', timeZone: venue.timezone })}
        </p>
      </div>
      <p>{t.rich('text', { count, clock })}</p>
      <ul className="divide-y divide-line border-line border-y">
        {swaps.map((swap) => (
          <SwapLine key={swap.wanted} {...swap} />
        ))}
      </ul>
      <OrderForm orderId={order.id} access={access} action={answerOffered}>
        <input type="hidden" name="performance" value={offer.performanceId} />
        <input type="hidden" name="offer" value={offer.id} />
        <div className="flex flex-wrap gap-3">
          <SubmitButton name="keep" value="yes" variant={isFirst ? 'primary' : 'secondary'}>
            {t('keep', { count })}
          </SubmitButton>
          <SubmitButton name="keep" value="no" variant="quiet">
            {t('letGo')}
          </SubmitButton>
          <Link
            href={`/performances/${offer.performanceId}`}
            className={buttonStyle({ variant: 'quiet', className: 'max-sm:hidden' })}
          >
            {t('choose')}
          </Link>
        </div>
      </OrderForm>
    </article>
  )
}

async function SwapLine({ wanted, kind, instead }: Swap) {
  const t = await getTranslations('order.cancelled.instead')
  return (
    <li className="flex items-baseline justify-between gap-4 py-2">
      <span className="grid">
        {kind !== 'same' && (
          <span className="text-muted text-sm">
            <s>{wanted}</s> {t(kind)}
          </span>
        )}
        <span className="font-semibold">{instead.words}</span>
        {kind === 'same' && <span className="text-muted text-sm">{t('same')}</span>}
      </span>
      <Price money={instead.price} />
    </li>
  )
}
