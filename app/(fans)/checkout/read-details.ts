import type { PostalAddress } from '@/lib/platform/address'
import type { TypedAddress, TypedDetails } from './checkout-state'

const PARTS = ['line1', 'line2', 'city', 'postalCode', 'region', 'country'] as const

/** What was typed into the checkout form. */
export function readDetails(form: FormData): TypedDetails {
  const text = (name: string) => String(form.get(name) ?? '')
  return {
    ...{ email: text('email'), name: text('name') },
    delivery: text('delivery') === 'post' ? 'post' : 'email',
    card: text('card'),
    address: Object.fromEntries(PARTS.map((part) => [part, text(part).trim()])) as TypedAddress,
  }
}

/** The address without what was left empty; undefined where nothing but a country was typed. */
export function toAddress(typed: TypedAddress): PostalAddress | undefined {
  const filled = Object.entries(typed).filter(([, value]) => value !== '')
  const isEmpty = filled.every(([part]) => part === 'country')
  return isEmpty ? undefined : (Object.fromEntries(filled) as PostalAddress)
}
