import { getLocale, getTranslations } from 'next-intl/server'
import { HoldClock } from '@/components/checkout/hold-clock'
import { SeatLines } from '@/components/checkout/seat-lines'
import { describeSeats } from '@/lib/coordinator/describe-seats'
import { offerPostage } from '@/lib/coordinator/offer-postage'
import type { PostageOffer } from '@/lib/events/postage/types'
import { COUNTRIES } from '@/lib/platform/address'
import type { Money } from '@/lib/platform/money'
import type { PromoView } from '@/lib/reservations/promos/types'
import type { CartHold, HeldSeat } from '@/lib/reservations/types'
import { inPageLanguage } from '../../in-page-language'
import { startCheckout } from '../actions'
import type { Country, TypedDetails } from '../checkout-state'
import { applyPromo } from '../promo-actions'
import type { CardOption } from './card-choice'
import { CheckoutDesk } from './checkout-desk'
import type { PostChoice } from './delivery-choice'
import { PromoForm } from './promo-form'

type Props = {
  holds: CartHold[]
  total: Money
  /** What was typed before, or the account's. */
  known: TypedDetails
  promo: PromoView | null
  /** Those the account keeps; empty for guests. */
  cards: CardOption[]
}

/** The held seats, what they cost, and the things to say before paying. */
export async function CheckoutView({ holds, total: full, known, promo, cards }: Props) {
  const t = await getTranslations('checkout')
  const sold = holds.flatMap(({ performanceId, seats }) => seats.map((seat) => ({ performanceId, seat })))
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
        ...cutPrice(one, promo),
      })),
  }))
  const total = { ...full, amount: full.amount - (promo?.total.amount ?? 0) }
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
      post={toPostChoice(offer)}
      cards={cards}
      promo={promo}
      promoForm={<PromoForm action={applyPromo} currency={full.currency} promo={promo} />}
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

/** What a seat costs with the promo code, and what it did. */
function cutPrice(
  { performanceId, seat }: { performanceId: string; seat: HeldSeat },
  promo: PromoView | null,
): { price: Money; was?: Money } {
  const off = promo?.off[`${performanceId}/${seat.label}`] ?? 0
  const price = { ...seat.price, amount: seat.price.amount - off }
  return off > 0 ? { price, was: seat.price } : { price }
}

function toPostChoice(offer: PostageOffer): PostChoice {
  return offer.kind === 'none' ? offer : { ...offer, until: offer.until.toISOString() }
}

function nameCountries(locale: string): Country[] {
  const names = new Intl.DisplayNames([locale], { type: 'region' })
  const countries = COUNTRIES.map((code) => ({ code, name: names.of(code) ?? code }))
  return countries.sort((one, other) => one.name.localeCompare(other.name, locale))
}
