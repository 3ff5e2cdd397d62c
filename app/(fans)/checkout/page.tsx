import type { Metadata } from 'next'
import { headers } from 'next/headers'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/site/client-messages'
import { NothingHere } from '@/components/site/nothing-here'
import { buttonStyle } from '@/components/ui/button'
import { currentCaller, currentOwner } from '@/lib/accounts/session'
import { findUser } from '@/lib/accounts/users/queries'
import { viewCart } from '@/lib/coordinator/view-cart'
import { viewOrders } from '@/lib/coordinator/view-order'
import { viewPromo } from '@/lib/coordinator/view-promo'
import type { OrderView } from '@/lib/reservations/orders/types'
import { CheckoutView } from './_components/checkout-view'
import { CurrencyChoice } from './_components/currency-choice'
import type { TypedDetails } from './checkout-state'
import { readCountry } from './read-country'

type Props = { searchParams: Promise<{ currency?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('checkout')
  return { title: t('title'), robots: { index: false } }
}

export default async function CheckoutPage({ searchParams }: Props) {
  const [{ currency }, owner, caller] = await Promise.all([searchParams, currentOwner(), currentCaller()])
  const cart = await viewCart(owner)
  const total =
    cart.totals.length === 1 ? cart.totals[0] : cart.totals.find((one) => one.currency === currency)
  if (cart.totals.length === 0) return <NothingHeld />
  if (!total) return <CurrencyChoice totals={cart.totals} />
  const holds = cart.holds.filter((hold) => hold.seats[0]?.price.currency === total.currency)
  const user = caller.kind === 'user' ? await findUser(caller.userId) : null
  // A guest who comes back need not type it all again.
  const { items } = await viewOrders(owner ?? {}, { limit: 1 })
  const promo = owner && (await viewPromo({ owner, holds, email: user?.email ?? null }))
  const country = readCountry((await headers()).get('accept-language'))
  return (
    <ClientMessages namespaces={['checkout']}>
      <CheckoutView holds={holds} total={total} known={toKnown(user, items[0], country)} promo={promo} />
    </ClientMessages>
  )
}

function toKnown(
  user: { name: string; email: string } | null,
  order: OrderView | undefined,
  country: string,
): TypedDetails {
  const { line1 = '', line2 = '', city = '', postalCode = '', region = '' } = order?.address ?? {}
  const { name = '', email = '' } = user ?? order ?? {}
  return {
    ...{ name, email, delivery: 'email' },
    address: { line1, line2, city, postalCode, region, country: order?.address?.country ?? country },
  }
}

async function NothingHeld() {
  const t = await getTranslations('checkout.empty')
  return (
    <NothingHere title={t('title')} text={t('text')} home={t('action')}>
      <Link href="/orders" className={buttonStyle()}>
        {t('orders')}
      </Link>
    </NothingHere>
  )
}
