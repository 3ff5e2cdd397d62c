'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { buttonStyle } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import type { JoinCategory, JoinState, TypedWish } from '../join-state'
import { CategoryChoice } from './category-choice'

type Props = {
  join: (state: JoinState, form: FormData) => Promise<JoinState>
  performanceId: string
  categories: JoinCategory[]
  /** What the form begins with. */
  known: TypedWish
  maxSeats: number
  /** How long seats are held. */
  minutes: number
}

/** Where, how many, and whom to tell. Works without JavaScript; what was typed stays. */
export function JoinForm({ join, performanceId, categories, known, maxSeats, minutes }: Props) {
  const t = useTranslations('waiting')
  const [state, send] = useActionState(join, null)
  const typed = state?.typed ?? known
  const errorOf = (name: keyof TypedWish & ('name' | 'email' | 'phone' | 'seatCount' | 'category')) =>
    state?.wrong.includes(name) ? t(`wrong.${name}`) : undefined
  const counts = Array.from({ length: maxSeats }, (_, i) => i + 1)
  return (
    <form action={send} className="grid gap-6">
      <input type="hidden" name="performance" value={performanceId} />
      {state && <Refusal state={state} performanceId={performanceId} />}
      <CategoryChoice categories={categories} chosen={typed.category} error={errorOf('category')} />
      <div className="grid gap-2">
        <Field name="seatCount" label={t('form.seats')} error={errorOf('seatCount')}>
          {(control) => (
            <Select key={typed.seatCount} defaultValue={typed.seatCount} {...control}>
              {counts.map((count) => (
                <option key={count} value={count}>
                  {t('form.seatOption', { count })}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <label className="flex min-h-11 cursor-pointer items-center gap-3">
          <input
            type="checkbox"
            name="takesFewer"
            defaultChecked={typed.takesFewer}
            className="size-5 accent-ink"
          />
          {t('form.fewer')}
        </label>
      </div>
      <Field name="name" label={t('form.name')} error={errorOf('name')}>
        {(control) => (
          <Input autoComplete="name" required maxLength={100} defaultValue={typed.name} {...control} />
        )}
      </Field>
      <Field name="email" label={t('form.email')} hint={t('form.emailHint')} error={errorOf('email')}>
        {(control) => (
          <Input
            type="email"
            autoComplete="email"
            required
            maxLength={254}
            defaultValue={typed.email}
            {...control}
          />
        )}
      </Field>
      <Field
        name="phone"
        label={t('form.phone')}
        hint={t('form.phoneHint', { minutes })}
        error={errorOf('phone')}
      >
        {(control) => (
          <Input type="tel" autoComplete="tel" maxLength={40} defaultValue={typed.phone} {...control} />
        )}
      </Field>
      <SubmitButton variant="primary" size="large">
        {t('form.submit')}
      </SubmitButton>
    </form>
  )
}

type RefusalProps = { state: NonNullable<JoinState>; performanceId: string }

/** Why not; and the way to the seats, where there are some. */
function Refusal({ state: { refusal }, performanceId }: RefusalProps) {
  const t = useTranslations('waiting.refused')
  const isGood = refusal === 'seats_free' || refusal === 'already_waiting'
  return (
    <Notice
      tone={isGood ? 'info' : 'danger'}
      title={t(`${refusal}.title`)}
      actions={
        refusal === 'seats_free' ? (
          <Link href={`/performances/${performanceId}`} className={buttonStyle({ size: 'small' })}>
            {t('map')}
          </Link>
        ) : undefined
      }
    >
      {t(`${refusal}.text`)}
    </Notice>
  )
}
