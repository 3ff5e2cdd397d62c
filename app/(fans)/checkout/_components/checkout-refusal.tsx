import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import { formatMoney } from '@/lib/platform/money'
import type { CheckoutState } from '../checkout-state'

/** Nothing went wrong: there is something to look at. */
const QUIET = ['price_changed', 'promo_gone', 'address_required', 'address_doubtful']

type Props = {
  state: NonNullable<CheckoutState>
  /** The promo code that was used is not any more. */
  isPromoGone: boolean
}

/** Why it did not go on, and what that means for seats and money. */
export function CheckoutRefusal({ state: { code, lost, total, promo }, isPromoGone }: Props) {
  const t = useTranslations('checkout.refused')
  const format = useFormatter()
  const locale = useLocale()
  const known = [
    ...(['seats_lost', 'price_changed', 'unavailable', 'unreachable', 'invalid'] as const),
    ...(['address_required', 'address_doubtful'] as const),
  ]
  const found = known.find((one) => one === code) ?? 'other'
  const kind = found === 'price_changed' && isPromoGone ? 'promo_gone' : found
  const facts = {
    seats: format.list(lost),
    total: total ? formatMoney(total, locale) : '',
    promo,
  }
  return (
    <Notice tone={QUIET.includes(kind) ? 'info' : 'danger'} title={t(kind, facts)}>
      {t(`${kind}Text`, facts)}
    </Notice>
  )
}
