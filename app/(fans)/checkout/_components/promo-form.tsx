'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { AmountLine } from '@/components/checkout/amount-line'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { SubmitButton } from '@/components/ui/submit-button'
import { formatMoney } from '@/lib/platform/money'
import type { PromoView } from '@/lib/reservations/promos/types'
import type { PromoState } from '../checkout-state'

type Props = {
  action: (state: PromoState, form: FormData) => Promise<PromoState>
  currency: string
  /** The code in the cart; null without one. */
  promo: PromoView | null
}

/** A promo code to type in, or the one that is used and what it takes off. Works without JavaScript, too. */
export function PromoForm({ action, currency, promo }: Props) {
  const t = useTranslations('checkout.promo')
  const locale = useLocale()
  const [state, submit] = useActionState(action, null)
  const wordsOf = ({ refusal, minimum }: Pick<NonNullable<PromoState>, 'refusal' | 'minimum'>) =>
    t(refusal, { minimum: minimum ? formatMoney(minimum, locale) : '' })
  if (promo && !promo.refusal) {
    const off = { ...promo.total, amount: -promo.total.amount }
    return (
      <form action={submit} className="grid justify-items-start gap-1">
        <input type="hidden" name="currency" value={currency} />
        <input type="hidden" name="code" value="" />
        <div className="w-full">
          <AmountLine label={t('used', { code: promo.code })} money={off} />
        </div>
        <SubmitButton size="small" variant="quiet" className="-ms-3">
          {t('remove')}
        </SubmitButton>
      </form>
    )
  }
  const said = state ?? (promo?.refusal ? { ...promo, typed: promo.code, refusal: promo.refusal } : null)
  return (
    <form action={submit} onReset={(event) => event.preventDefault()} className="flex items-end gap-3">
      <input type="hidden" name="currency" value={currency} />
      <Field name="code" label={t('label')} error={said ? wordsOf(said) : undefined} className="min-w-0 grow">
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={40}
            required
            defaultValue={said?.typed ?? ''}
          />
        )}
      </Field>
      <SubmitButton className={said ? 'self-start mt-6.5' : ''}>{t('apply')}</SubmitButton>
    </form>
  )
}
