import { findCategories, findSeatMap } from '@/lib/events/seat-maps/queries'
import { findCartId, findHeldSeats } from '@/lib/reservations/carts/queries'
import { toCartView } from '@/lib/reservations/carts/rules'
import type { HeldSeatRow } from '@/lib/reservations/carts/types'
import type { CartOwner, CartView } from '@/lib/reservations/types'
import { placeOf } from './place-of'

/** The owner's cart as it stands at this moment; empty for someone who never held a seat. */
export async function viewCart(owner: CartOwner | null): Promise<CartView> {
  const cartId = owner && (await findCartId(owner))
  return cartId ? viewCartById(cartId) : toCart([])
}

/** The same by the cart's id. */
export async function viewCartById(cartId: string): Promise<CartView> {
  return toCart(await findHeldSeats(cartId))
}

async function toCart(rows: HeldSeatRow[]): Promise<CartView> {
  const ids = [...new Set(rows.map((row) => row.seatMapId))]
  const categories = new Map(
    await Promise.all(ids.map(async (id) => [id, await findCategories(id)] as const)),
  )
  // Only what is offered needs a whole map.
  const offeredIds = [...new Set(rows.filter((row) => row.offerId).map((row) => row.seatMapId))]
  const maps = new Map(await Promise.all(offeredIds.map(async (id) => [id, await findSeatMap(id)] as const)))
  return toCartView(rows, {
    categoryOf(row) {
      const category = categories.get(row.seatMapId)?.[row.categoryIndex]
      return { id: category?.id ?? String(row.categoryIndex), name: category?.name ?? '' }
    },
    lostOf({ seatMapId, lostIndexes }) {
      const map = maps.get(seatMapId)
      return map ? lostIndexes.map((index) => ({ ...placeOf(map, index), label: map.label(index) })) : []
    },
  })
}
