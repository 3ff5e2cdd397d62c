import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatMoney, type Money } from '@/lib/platform/money'
import type { Country, TypedAddress } from '../checkout-state'
import { AddressFields } from './address-fields'

/** Whether the tickets can come by post, and why not; times are ISO. */
export type PostChoice =
  | { kind: 'offered'; fee: Money; until: string; timezone: string }
  | { kind: 'too_late'; title: string; until: string; timezone: string }
  | { kind: 'none' }

type Props = {
  post: PostChoice
  delivery: 'email' | 'post'
  onChoose: (delivery: 'email' | 'post') => void
  address: TypedAddress
  /** Names of the fields that are wrong. */
  wrong: string[]
  countries: Country[]
}

/** By email, always; by post too, where there is time. */
export function DeliveryChoice({ post, delivery, onChoose, address, wrong, countries }: Props) {
  const t = useTranslations('checkout')
  const format = useFormatter()
  const locale = useLocale()
  const dayOf = ({ until, timezone }: { until: string; timezone: string }) =>
    format.dateTime(new Date(until), { dateStyle: 'long', timeZone: timezone })
  const isPost = delivery === 'post' && post.kind === 'offered'
  return (
    <fieldset className="grid gap-3 border-line border-y py-5">
      <legend className="float-left mb-1 font-semibold text-sm">{t('delivery')}</legend>
      <Way name="email" isOn={!isPost} onChoose={onChoose} label={t('deliveryEmail')}>
        {t('deliveryEmailHint')}
      </Way>
      {post.kind === 'offered' && (
        <Way
          name="post"
          isOn={isPost}
          onChoose={onChoose}
          label={t('deliveryPost', { fee: formatMoney(post.fee, locale) })}
        >
          {t('deliveryPostHint', { day: dayOf(post) })}
        </Way>
      )}
      {post.kind === 'too_late' && (
        <p className="text-muted text-sm">{t('deliveryTooLate', { title: post.title, day: dayOf(post) })}</p>
      )}
      {wrong.includes('delivery') && (
        <p className="font-medium text-danger text-sm">{t('errors.delivery')}</p>
      )}
      {isPost && <AddressFields address={address} wrong={wrong} countries={countries} />}
    </fieldset>
  )
}

type WayProps = {
  name: 'email' | 'post'
  isOn: boolean
  onChoose: (name: 'email' | 'post') => void
  label: ReactNode
  children: ReactNode
}

function Way({ name, isOn, onChoose, label, children }: WayProps) {
  const id = `delivery-${name}`
  return (
    <div className="flex gap-3 rounded-control border-[1.5px] border-line p-3 has-checked:border-ink has-checked:bg-surface">
      <input
        type="radio"
        id={id}
        name="delivery"
        value={name}
        checked={isOn}
        onChange={() => onChoose(name)}
        aria-describedby={`${id}-hint`}
        className="mt-1 size-4 shrink-0 accent-ink"
      />
      <div>
        <label htmlFor={id} className="font-semibold">
          {label}
        </label>
        <p id={`${id}-hint`} className="text-muted text-sm">
          {children}
        </p>
      </div>
    </div>
  )
}
