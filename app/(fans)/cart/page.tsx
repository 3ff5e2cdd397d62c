import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/site/client-messages'
import { currentOwner } from '@/lib/accounts/session'
import { viewCart } from '@/lib/coordinator/view-cart'
import { changeSeats } from '../performances/[id]/actions'
import { posterOf } from '../poster-of'
import { CartView } from './_components/cart-view'
import { findKinds } from './find-kinds'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('cart')
  return { title: t('title') }
}

/** Everything the visitor holds, each performance with its own time. */
export default async function CartPage() {
  // Before the cart is read, as on the seats page.
  const now = new Date()
  const cart = await viewCart(await currentOwner())
  const events = cart.holds.map(({ event }) => event)
  return (
    <ClientMessages namespaces={['cart']}>
      <CartView
        start={{ cart, now }}
        kinds={await findKinds(cart)}
        posters={Object.fromEntries(
          events.map(({ slug }) => [slug, posterOf({ slug, imageUrl: null })] as const),
        )}
        changeSeats={changeSeats}
      />
    </ClientMessages>
  )
}
