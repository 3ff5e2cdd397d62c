import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import { formatMoney } from '@/lib/platform/money'
import type { CheckoutState } from '../checkout-state'

/** Nothing went wrong: there is something to look at. */
const QUIET = ['price_changed', 'address_required', 'address_doubtful']

type Props = { state: NonNullable<CheckoutState> }

/** Why it did not go on, and what that means for seats and money. */
export function CheckoutRefusal({ state: { code, lost, total } }: Props) {
  const t = useTranslations('checkout.refused')
  const format = useFormatter()
  const locale = useLocale()
  const known = [
    ...(['seats_lost', 'price_changed', 'unavailable', 'invalid'] as const),
    ...(['address_required', 'address_doubtful'] as const),
  ]
  const kind = known.find((one) => one === code) ?? 'other'
  const facts = {
    seats: format.list(lost),
    total: total ? formatMoney(total, locale) : '',
  }
  return (
    <Notice tone={QUIET.includes(kind) ? 'info' : 'danger'} title={t(kind, facts)}>
      {t(`${kind}Text`, facts)}
    </Notice>
  )
}
