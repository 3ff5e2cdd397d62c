import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { KeepOffline } from '@/components/cart/keep-offline'
import { seatKey } from '@/components/cart/seat-key'
import { ClientMessages } from '@/components/site/client-messages'
import { currentCaller, currentOwner } from '@/lib/accounts/session'
import { findUser } from '@/lib/accounts/users/queries'
import { findKinds } from '@/lib/coordinator/find-kinds'
import { viewCart } from '@/lib/coordinator/view-cart'
import { viewDiscount } from '@/lib/coordinator/view-promo'
import { findImages } from '@/lib/events/queries'
import { env } from '@/lib/platform/env'
import type { DiscountView } from '@/lib/reservations/promos/types'
import type { CartView as Cart, CartOwner } from '@/lib/reservations/types'
import type { SectionKind } from '@/lib/seat-map/plan'
import { applyPromo } from '../checkout/promo-actions'
import { answerOffer, changeSeats, extendHold } from '../performances/[id]/actions'
import { posterOf } from '../poster-of'
import { CartView } from './_components/cart-view'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('cart')
  return { title: t('title') }
}

/** Everything the visitor holds, each performance with its own time. */
export default async function CartPage() {
  // Before the cart is read, as on the seats page.
  const now = new Date()
  const owner = await currentOwner()
  const cart = await viewCart(owner)
  const events = [...cart.holds, ...cart.offers].map(({ event }) => event)
  const images = await findImages(events.map(({ slug }) => slug))
  return (
    <ClientMessages namespaces={['cart', 'promo']}>
      <CartView
        start={{ cart, now }}
        kinds={await nameKinds(cart)}
        posters={Object.fromEntries(
          events.map(({ slug }) => [slug, posterOf({ slug, imageUrl: images.get(slug) ?? null })] as const),
        )}
        discounts={await viewDiscounts(owner, cart)}
        actions={{ changeSeats, answerOffer, extendHold, applyPromo }}
      />
      {cart.expiresAt && (
        <KeepOffline until={cart.expiresAt.toISOString()} isOn={env.NODE_ENV === 'production'} />
      )}
    </ClientMessages>
  )
}

/** What comes off, currency by currency. */
async function viewDiscounts(owner: CartOwner | null, { holds }: Cart): Promise<DiscountView[]> {
  const caller = await currentCaller()
  const user = caller.kind === 'user' ? await findUser(caller.userId) : null
  const groups = Map.groupBy(holds, (hold) => hold.seats[0]?.price.currency ?? '')
  const email = user?.email ?? null
  return Promise.all([...groups.values()].map((own) => viewDiscount({ owner, holds: own, email })))
}

/** By `seatKey`, as the browser asks. */
async function nameKinds({ holds, offers }: Cart): Promise<Record<string, SectionKind>> {
  const all = [...holds, ...offers]
  const kinds = await findKinds(all.map(({ performanceId }) => performanceId))
  const entries = all.flatMap(({ performanceId, seats }) =>
    seats.flatMap(({ index }) => {
      const kind = kinds.get(performanceId)?.(index)
      return kind ? [[seatKey(performanceId, index), kind] as const] : []
    }),
  )
  return Object.fromEntries(entries)
}
