'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { SubmitButton } from '@/components/ui/submit-button'
import { useReachable } from '@/components/ui/use-reachable'
import { formatMoney, type Money } from '@/lib/platform/money'
import type { DiscountView, PromoRefusal } from '@/lib/reservations/promos/types'
import { AmountLine } from './amount-line'

/** What a promo code that was typed in was answered: why it takes nothing off. Null where it does. */
export type PromoState = {
  typed: string
  refusal: PromoRefusal | 'rate_limited' | 'failed'
  minimum: Money | null
} | null

type Props = {
  action: (state: PromoState, form: FormData) => Promise<PromoState>
  /** What comes off, for each currency of the seats that are shown. */
  discounts: DiscountView[]
  /** Where the page is about seats of one currency. */
  currency?: string
}

/** A promo code to type in, or what it takes off, and what is waived. Works without JavaScript, too. */
export function PromoForm({ action, discounts, currency = '' }: Props) {
  const t = useTranslations('promo')
  const waived = discounts.filter((discount) => discount.waived.amount > 0)
  return (
    <div className="grid gap-2">
      <CodeForm {...{ action, discounts, currency }} />
      {waived.map(({ waived: money }) => (
        <AmountLine key={money.currency} label={t('waived')} money={negative(money)} />
      ))}
    </div>
  )
}

function CodeForm({ action, discounts, currency }: Required<Props>) {
  const t = useTranslations('promo')
  const locale = useLocale()
  const reach = useReachable(
    action,
    (form): PromoState => ({
      ...{ typed: String(form.get('code')), refusal: 'failed', minimum: null },
    }),
  )
  const [state, submit] = useActionState(reach, null)
  const promos = discounts.flatMap(({ promo }) => promo ?? [])
  const used = promos.filter(({ refusal }) => !refusal)
  const [first] = promos
  if (used.length > 0) {
    const all = discounts.reduce((sum, { off }) => sum + Object.keys(off).length, 0)
    const count = used.reduce((sum, { seats }) => sum + seats, 0)
    return (
      <form action={submit} className="grid justify-items-start gap-1">
        <input type="hidden" name="currency" value={currency} />
        <input type="hidden" name="code" value="" />
        <div className="grid w-full" aria-live="polite">
          {used.map(({ code, total }, nth) => (
            <AmountLine
              key={total.currency}
              label={nth === 0 ? t('used', { code }) : ''}
              money={negative(total)}
            />
          ))}
          <p className="text-muted text-sm">{t('seats', { count, all })}</p>
        </div>
        <SubmitButton size="small" variant="quiet" className="-ms-3">
          {t('remove')}
        </SubmitButton>
      </form>
    )
  }
  const said = state ?? (first?.refusal ? { ...first, typed: first.code, refusal: first.refusal } : null)
  const facts = { minimum: said?.minimum ? formatMoney(said.minimum, locale) : '' }
  return (
    <form action={submit} onReset={(event) => event.preventDefault()} className="flex items-end gap-3">
      <input type="hidden" name="currency" value={currency} />
      <Field
        name="code"
        label={t('label')}
        error={said ? t(said.refusal, facts) : undefined}
        className="min-w-0 grow"
      >
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

function negative({ amount, currency }: Money): Money {
  return { amount: -amount, currency }
}
