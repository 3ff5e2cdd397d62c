'use client'

import { useTranslations } from 'next-intl'
import { type CartNotice, totalsOf } from '@/components/cart/cart-state'
import { cutPrices } from '@/components/cart/cut-prices'
import { PromoForm, type PromoState } from '@/components/checkout/promo-form'
import type { SeatActions } from '@/components/seats/types'
import { NothingHere } from '@/components/site/nothing-here'
import { Notice } from '@/components/ui/notice'
import { showToast } from '@/components/ui/toast-store'
import type { DiscountView } from '@/lib/reservations/promos/types'
import type { CartView as CartData, CartHold } from '@/lib/reservations/types'
import type { SectionKind } from '@/lib/seat-map/plan'
import { CartTotal } from './cart-total'
import { EndedHold } from './ended-hold'
import { HoldTicket, type PosterFacts } from './hold-ticket'
import { OfferTicket } from './offer-ticket'
import { useCart } from './use-cart'

type Props = {
  start: { cart: CartData; now: Date }
  kinds: Record<string, SectionKind>
  posters: Record<string, PosterFacts>
  /** What comes off, currency by currency, as the page was asked for. */
  discounts: DiscountView[]
  actions: SeatActions & { applyPromo(state: PromoState, form: FormData): Promise<PromoState> }
}

/** A ticket for every performance held, what ended, and the total with the way on. */
export function CartView({ start, kinds, posters, discounts, actions }: Props) {
  const t = useTranslations('cart')
  const cart = useCart({
    ...{ start, actions },
    isDiscounted: discounts.some(({ promo, total }) => promo !== null || total.amount > 0),
    onReleased: (hold, seats) =>
      showToast(t('released', { count: seats.length }), {
        label: t('undo'),
        run: () => cart.holdAgain(hold, seats),
      }),
  })
  const { offers } = cart.state.cart
  const holds = cutPrices(cart.state.cart.holds, discounts)
  const { ended, notice, now } = cart.state
  if (holds.length + ended.length + offers.length === 0) return <EmptyCart />
  return (
    // A column and no grid on a phone: in a grid the sum could only stick within its own row.
    <div className="wrap flex flex-col gap-8 pt-8 lg:grid lg:grid-cols-[minmax(0,1fr)_22rem] lg:items-start lg:gap-16 lg:py-12">
      <div className="grid min-w-0 max-w-3xl gap-6">
        <h1 className="display text-2xl">
          {holds.length > 0 ? t('heading') : offers.length > 0 ? t('headingOffered') : t('headingEnded')}
        </h1>
        {notice && <CartNoticeBox notice={notice} />}
        <ul className="grid gap-6">
          {offers.map((offer) => (
            <li key={offer.id}>
              <OfferTicket {...{ offer, now, kinds, cart }} />
            </li>
          ))}
          {holds.map((hold) => (
            <li key={hold.performanceId}>
              <HoldTicket {...{ hold, now, kinds, cart }} poster={posters[hold.event.slug]} />
            </li>
          ))}
          {ended.map((hold) => (
            <li key={`ended-${hold.performanceId}`}>
              <EndedHold
                hold={hold}
                isGone={isGone(hold, notice)}
                isBusy={cart.isBusy}
                onAgain={() => cart.holdAgain(hold, hold.seats)}
              />
            </li>
          ))}
        </ul>
      </div>
      {holds.length > 0 && (
        <div className="contents lg:sticky lg:top-8 lg:grid lg:gap-8">
          <div className="max-w-3xl lg:order-last">
            <PromoForm action={actions.applyPromo} discounts={discounts} />
          </div>
          <CartTotal
            totals={totalsOf(holds)}
            count={holds.reduce((sum, hold) => sum + hold.seats.length, 0)}
          />
        </div>
      )}
    </div>
  )
}

/** Whether a seat of it was just found to be somebody else's, and nothing could be held in its place. */
function isGone({ seats }: CartHold, notice: CartNotice | null): boolean {
  if (notice?.kind !== 'taken' || notice.isOffered) return false
  return notice.seats.some((lost) => seats.includes(lost))
}

/** What went wrong; seats that are lost one by one. */
function CartNoticeBox({ notice }: { notice: CartNotice }) {
  const t = useTranslations('cart')
  if (notice.kind !== 'taken')
    return (
      <Notice tone="danger" title={t(`notice.${notice.kind}.title`)}>
        {t(`notice.${notice.kind}.text`)}
      </Notice>
    )
  return (
    <Notice tone="danger" title={t('notice.taken.title', { count: notice.seats.length })}>
      <ul>
        {notice.seats.map(({ label, section, row, number }) => (
          <li key={label} className="font-semibold">
            {t('seatName', { section, row, number })}
          </li>
        ))}
      </ul>
      {notice.isOffered ? t('notice.taken.offered') : t('notice.taken.text')}
    </Notice>
  )
}

function EmptyCart() {
  const t = useTranslations('cart.empty')
  return <NothingHere title={t('title')} text={t('text')} home={t('action')} />
}
