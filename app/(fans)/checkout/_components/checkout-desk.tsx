'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type ReactNode, useActionState, useState } from 'react'
import { AmountLine } from '@/components/checkout/amount-line'
import { TotalLine } from '@/components/checkout/total-line'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { SubmitButton } from '@/components/ui/submit-button'
import { useReachable } from '@/components/ui/use-reachable'
import type { PromoView } from '@/lib/reservations/promos/types'
import type { CheckoutState, Country, ShownCart, TypedDetails } from '../checkout-state'
import { readDetails } from '../read-details'
import { CardChoice, type CardOption } from './card-choice'
import { CheckoutRefusal } from './checkout-refusal'
import { DeliveryChoice, type PostChoice } from './delivery-choice'

type Props = {
  action: (state: CheckoutState, form: FormData) => Promise<CheckoutState>
  /** What this page shows without the post; sent along, so that nobody pays for anything else. */
  expected: ShownCart
  /** What was typed before, or the account's. */
  known: TypedDetails
  post: PostChoice
  countries: Country[]
  /** Those the account keeps; empty for guests. */
  cards: CardOption[]
  promo: PromoView | null
  /** The promo code's own form. */
  promoForm: ReactNode
  heading: ReactNode
  /** The seats and what they cost. */
  summary: ReactNode
}

/** Who and whereto, beside what it costs; and on to pay. Works without JavaScript, too. */
export function CheckoutDesk(props: Props) {
  const { action, expected, known, post, countries, cards } = props
  const { promo, promoForm, heading, summary } = props
  const t = useTranslations('checkout')
  const reach = useReachable(
    action,
    (form): CheckoutState => ({
      ...{ values: readDetails(form), code: 'unreachable', lost: [], fields: [] },
      promo: promo?.code ?? '',
    }),
  )
  const [state, submit] = useActionState(reach, null)
  const values = state?.values ?? known
  const [delivery, setDelivery] = useState(values.delivery)
  const fee = post.kind === 'offered' && delivery === 'post' ? post.fee : null
  const total = { ...expected.total, amount: expected.total.amount + (fee?.amount ?? 0) }
  const isFree = total.amount === 0
  const [card, setCard] = useState(values.card)
  const isKeptCard = !isFree && card !== ''
  const step = isFree ? 'Free' : isKeptCard ? 'Card' : ''
  const errorOf = (field: 'name' | 'email') =>
    state?.fields.includes(field) ? t(`errors.${field}`) : undefined
  return (
    <div className="wrap grid items-start gap-x-16 gap-y-10 pt-8 pb-16 lg:grid-cols-[minmax(0,1fr)_26rem] lg:pt-12">
      <div className="grid max-w-xl gap-8">
        {heading}
        {/* React resets a form after its action, and with it what was chosen; what was typed stays instead. */}
        <form
          action={submit}
          onReset={(event) => event.preventDefault()}
          // A column and no grid: in a grid the bar could only stick within its own row. What is focused stays above it.
          className="flex flex-col gap-6 max-lg:[&_:is(input,select)]:scroll-mb-40"
        >
          {state && <CheckoutRefusal state={state} isPromoGone={state.promo !== '' && !promo} />}
          <input type="hidden" name="currency" value={total.currency} />
          <input type="hidden" name="expected" value={JSON.stringify({ ...expected, total })} />
          {promo && !promo.refusal && <input type="hidden" name="promo" value={promo.code} />}
          {state?.code === 'address_doubtful' && (
            <input type="hidden" name="doubted" value={JSON.stringify(state.values.address)} />
          )}
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
          <DeliveryChoice
            post={post}
            delivery={delivery}
            onChoose={setDelivery}
            address={values.address}
            wrong={state?.fields ?? []}
            countries={countries}
          />
          {!isFree && cards.length > 0 && (
            <CardChoice
              cards={cards}
              chosen={card}
              onChoose={setCard}
              isWrong={state?.fields.includes('card') ?? false}
            />
          )}
          <div className="sticky bottom-0 -mx-4 grid gap-3 border-line border-t bg-ground px-4 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] lg:static lg:mx-0 lg:border-0 lg:p-0">
            <div className="lg:hidden">
              <TotalLine label={t('total')} total={total} />
            </div>
            <SubmitButton variant="primary" size="large" className="w-full lg:w-auto lg:justify-self-start">
              {t(`submit${step}`)}
            </SubmitButton>
          </div>
          <p className="text-muted text-sm">{t(`next${step}`)}</p>
        </form>
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
        {summary}
        {promoForm}
        {fee && <AmountLine label={t('post')} money={fee} />}
        <div aria-live="polite">
          <TotalLine label={t('total')} total={total} />
        </div>
      </aside>
    </div>
  )
}
