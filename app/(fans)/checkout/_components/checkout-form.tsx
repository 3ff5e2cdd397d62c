'use client'

import { Mail } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { SubmitButton } from '@/components/ui/submit-button'
import type { CheckoutState, ShownCart } from '../checkout-state'
import { CheckoutRefusal } from './checkout-refusal'

type Props = {
  action: (state: CheckoutState, form: FormData) => Promise<CheckoutState>
  /** What this page shows; sent along, so that nobody pays for anything else. */
  expected: ShownCart
  /** What was typed before, or the account's. */
  known: { name: string; email: string } | null
}

/** Name and email, and on to pay. Works without JavaScript, too. */
export function CheckoutForm({ action, expected, known }: Props) {
  const t = useTranslations('checkout')
  const [state, submit] = useActionState(action, null)
  const values = state?.values ?? { name: known?.name ?? '', email: known?.email ?? '' }
  const errorOf = (field: 'name' | 'email') =>
    state?.fields.includes(field) ? t(`errors.${field}`) : undefined
  const isFree = expected.total.amount === 0
  return (
    <form action={submit} className="grid gap-6">
      {state && <CheckoutRefusal state={state} />}
      <input type="hidden" name="currency" value={expected.total.currency} />
      <input type="hidden" name="expected" value={JSON.stringify(expected)} />
      <Field name="name" label={t('name')} hint={t('nameHint')} error={errorOf('name')}>
        {(control) => (
          <Input {...control} autoComplete="name" maxLength={100} required defaultValue={values.name} />
        )}
      </Field>
      <Field name="email" label={t('email')} hint={t('emailHint')} error={errorOf('email')}>
        {(control) => (
          <Input
            {...control}
            type="email"
            autoComplete="email"
            maxLength={254}
            required
            defaultValue={values.email}
          />
        )}
      </Field>
      <div className="flex gap-3 border-line border-y py-4">
        <Mail aria-hidden className="mt-0.5 size-5 shrink-0" />
        <p>
          <span className="font-semibold">
            {t('delivery')}: {t('deliveryEmail')}
          </span>
          <br />
          <span className="text-muted text-sm">{t('deliveryEmailHint')}</span>
        </p>
      </div>
      <div className="grid gap-3">
        <SubmitButton variant="primary" size="large" className="w-full sm:w-auto sm:justify-self-start">
          {t(isFree ? 'submitFree' : 'submit')}
        </SubmitButton>
        <p className="text-muted text-sm">{t(isFree ? 'nextFree' : 'next')}</p>
      </div>
    </form>
  )
}
