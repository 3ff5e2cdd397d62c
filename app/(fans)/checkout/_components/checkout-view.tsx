import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { HoldClock } from '@/components/checkout/hold-clock'
import { SeatLines } from '@/components/checkout/seat-lines'
import { TotalLine } from '@/components/checkout/total-line'
import { describeSeats } from '@/lib/coordinator/describe-seats'
import type { Money } from '@/lib/platform/money'
import type { CartHold } from '@/lib/reservations/types'
import { startCheckout } from '../actions'
import { CheckoutForm } from './checkout-form'

type Props = {
  holds: CartHold[]
  total: Money
  /** What was typed before, or the account's. */
  known: { name: string; email: string } | null
}

/** The held seats, what they cost, and the two things to say before paying. */
export async function CheckoutView({ holds, total, known }: Props) {
  const t = await getTranslations('checkout')
  const sold = holds.flatMap(({ performanceId, seats }) => seats.map((seat) => ({ performanceId, seat })))
  const words = await describeSeats(sold)
  const ends = new Date(Math.min(...holds.map((hold) => hold.expiresAt.getTime()))).toISOString()
  const groups = holds.map(({ performanceId, event, venue, startsAt }) => ({
    ...{ performanceId, title: event.title, venue, startsAt },
    seats: sold
      .filter((one) => one.performanceId === performanceId)
      .map((one) => ({
        key: one.seat.label,
        words: words.get(one) ?? one.seat.label,
        ticketType: one.seat.ticketType.name,
        price: one.seat.price,
      })),
  }))
  const expected = {
    seats: sold.map((one) => {
      const { label } = one.seat
      return { performanceId: one.performanceId, label, words: words.get(one) ?? label }
    }),
    total,
  }
  const clock = () => <HoldClock expiresAt={ends} serverNow={new Date().toISOString()} />
  return (
    <div className="wrap grid items-start gap-x-16 gap-y-10 pt-8 pb-16 lg:grid-cols-[minmax(0,1fr)_26rem] lg:pt-12">
      <div className="grid max-w-xl gap-8">
        <div className="grid gap-2">
          <h1 className="display text-2xl">{t('heading')}</h1>
          <p className="text-lg text-muted">{t.rich('held', { clock })}</p>
        </div>
        <CheckoutForm action={startCheckout} expected={expected} known={known} />
      </div>
      <aside
        aria-labelledby="seats"
        className="grid gap-5 rounded-control border-[1.5px] border-line bg-surface p-5"
      >
        <div className="flex items-baseline justify-between gap-4">
          <h2 id="seats" className="font-semibold">
            {t('summary')}
          </h2>
          <Link href="/cart" className="link text-sm">
            {t('change')}
          </Link>
        </div>
        <SeatLines groups={groups} heading="h3" />
        <TotalLine label={t('total')} total={total} />
      </aside>
    </div>
  )
}
