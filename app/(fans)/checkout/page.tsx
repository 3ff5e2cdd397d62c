import { setTimeout as sleep } from 'node:timers/promises'
import type { Metadata } from 'next'
import { headers } from 'next/headers'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/site/client-messages'
import { NothingHere } from '@/components/site/nothing-here'
import { buttonStyle } from '@/components/ui/button'
import { listAddresses } from '@/lib/accounts/addresses/queries'
import { currentCaller, currentOwner } from '@/lib/accounts/session'
import { findUser } from '@/lib/accounts/users/queries'
import { nameBrand } from '@/lib/commerce/payments/rules'
import { findKeptCards } from '@/lib/coordinator/find-means'
import { viewCart } from '@/lib/coordinator/view-cart'
import { viewOrders } from '@/lib/coordinator/view-order'
import { viewDiscount } from '@/lib/coordinator/view-promo'
import type { CardOption } from './_components/card-choice'
import { CheckoutView } from './_components/checkout-view'
import { CurrencyChoice } from './_components/currency-choice'
import { toKnown, toTyped } from './known-details'
import { readCountry } from './read-country'

const PATIENCE_MS = 2_000

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
  const discount = await viewDiscount({ owner, holds, email: user?.email ?? null })
  const cards = user ? await findCards(user.id) : []
  const country = readCountry((await headers()).get('accept-language'))
  const [entry] = user ? await listAddresses(user.id) : []
  const address = items[0]?.address ?? entry
  const known = {
    ...toKnown(user ?? items[0], cards[0]?.id),
    address: toTyped(address, country),
  }
  return (
    <ClientMessages namespaces={['checkout', 'promo']}>
      <CheckoutView holds={holds} total={total} known={known} discount={discount} cards={cards} />
    </ClientMessages>
  )
}

/** The cards an account keeps; none where Stripe does not say so in time: then a card is entered there as always. */
async function findCards(userId: string): Promise<CardOption[]> {
  const giveUp = new AbortController()
  const late = sleep(PATIENCE_MS, null, { signal: giveUp.signal }).catch(() => null)
  const cards = await Promise.race([findKeptCards(userId), late])
  giveUp.abort()
  return (cards?.ok ? cards.value : []).map(({ id, brand, last4, expiresMonth, expiresYear }) => ({
    ...{ id, last4, brand: nameBrand(brand) },
    expiry: `${String(expiresMonth).padStart(2, '0')}/${expiresYear}`,
  }))
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
