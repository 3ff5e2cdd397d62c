import { getLocale, getTranslations } from 'next-intl/server'
import { cutPrices } from '@/components/cart/cut-prices'
import { HoldClock } from '@/components/checkout/hold-clock'
import { PromoForm } from '@/components/checkout/promo-form'
import { SeatLines } from '@/components/checkout/seat-lines'
import { smallestCharge } from '@/lib/commerce/payments/rules'
import { describeSeats } from '@/lib/coordinator/describe-seats'
import { offerPostage } from '@/lib/coordinator/offer-postage'
import type { PostageOffer } from '@/lib/events/postage/types'
import { COUNTRIES } from '@/lib/platform/address'
import type { Money } from '@/lib/platform/money'
import { waiveRest } from '@/lib/reservations/promos/rules'
import type { DiscountView } from '@/lib/reservations/promos/types'
import type { CartHold } from '@/lib/reservations/types'
import { inPageLanguage } from '../../in-page-language'
import { startCheckout } from '../actions'
import type { Country, TypedDetails } from '../checkout-state'
import { applyPromo } from '../promo-actions'
import type { CardOption } from './card-choice'
import { CheckoutDesk } from './checkout-desk'
import type { PostChoice } from './delivery-choice'

type Props = {
  holds: CartHold[]
  total: Money
  /** What was typed before, or the account's. */
  known: TypedDetails
  discount: DiscountView
  /** Those the account keeps; empty for guests. */
  cards: CardOption[]
}

/** The held seats, what they cost, and the things to say before paying. */
export async function CheckoutView({ holds, total: full, known, discount, cards }: Props) {
  const t = await getTranslations('checkout')
  const sold = cutPrices(holds, [discount]).flatMap(({ performanceId, seats }) =>
    seats.map((seat) => ({ performanceId, seat })),
  )
  const [words, offer, locale] = await Promise.all([
    inPageLanguage(() => describeSeats(sold)),
    offerPostage(holds.map((hold) => hold.performanceId)),
    getLocale(),
  ])
  const ends = new Date(Math.min(...holds.map((hold) => hold.expiresAt.getTime()))).toISOString()
  const groups = holds.map(({ performanceId, event, venue, startsAt }) => ({
    ...{ performanceId, title: event.title, venue, startsAt },
    seats: sold
      .filter((one) => one.performanceId === performanceId)
      .map((one) => ({
        key: one.seat.label,
        words: words.get(one) ?? one.seat.label,
        ticketType: one.seat.ticketType.name,
        ...{ price: one.seat.price, was: one.seat.was },
      })),
  }))
  const total = { ...full, amount: full.amount - discount.total.amount }
  const expected = {
    seats: sold.map((one) => {
      const { label } = one.seat
      return { performanceId: one.performanceId, label, words: words.get(one) ?? label }
    }),
    total,
  }
  const clock = () => <HoldClock expiresAt={ends} serverNow={new Date().toISOString()} />
  return (
    <CheckoutDesk
      action={startCheckout}
      expected={expected}
      known={known}
      post={toPostChoice(offer, total)}
      cards={cards}
      promo={discount.promo}
      promoForm={<PromoForm action={applyPromo} currency={full.currency} discounts={[discount]} />}
      countries={offer.kind === 'offered' ? nameCountries(locale) : []}
      heading={
        <div className="grid gap-2">
          <h1 className="display text-2xl">{t('heading')}</h1>
          <p className="text-lg text-muted">{t.rich('held', { clock })}</p>
        </div>
      }
      summary={<SeatLines groups={groups} heading="h3" />}
    />
  )
}

/** With what the letter costs beside these seats: a fee too little for a card is not asked by itself. */
function toPostChoice(offer: PostageOffer, { amount, currency }: Money): PostChoice {
  if (offer.kind === 'none') return offer
  const until = offer.until.toISOString()
  if (offer.kind === 'too_late') return { ...offer, until }
  const smallestAmount = smallestCharge(currency)
  const { feeAmount } = waiveRest({ amounts: [amount], feeAmount: offer.fee.amount, smallestAmount })
  return { ...offer, until, fee: { ...offer.fee, amount: feeAmount } }
}

function nameCountries(locale: string): Country[] {
  const names = new Intl.DisplayNames([locale], { type: 'region' })
  const countries = COUNTRIES.map((code) => ({ code, name: names.of(code) ?? code }))
  return countries.sort((one, other) => one.name.localeCompare(other.name, locale))
}
