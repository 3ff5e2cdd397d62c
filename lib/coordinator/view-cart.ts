import { findCategories } from '@/lib/events/seat-maps/queries'
import { findCartId, findHeldSeats } from '@/lib/reservations/carts/queries'
import { toCartView } from '@/lib/reservations/carts/rules'
import type { HeldSeatRow } from '@/lib/reservations/carts/types'
import type { CartOwner, CartView } from '@/lib/reservations/types'

/** The owner's cart as it stands at this moment; empty for someone who never held a seat. */
export async function viewCart(owner: CartOwner | null): Promise<CartView> {
  const cartId = owner && (await findCartId(owner))
  return cartId ? viewCartById(cartId) : toCartView([], () => ({ id: '', name: '' }))
}

/** The same by the cart's id. */
export async function viewCartById(cartId: string): Promise<CartView> {
  const rows = await findHeldSeats(cartId)
  const maps = [...new Set(rows.map((row) => row.seatMapId))]
  const categories = new Map(
    await Promise.all(maps.map(async (id) => [id, await findCategories(id)] as const)),
  )
  return toCartView(rows, (row: HeldSeatRow) => {
    const category = categories.get(row.seatMapId)?.[row.categoryIndex]
    return { id: category?.id ?? String(row.categoryIndex), name: category?.name ?? '' }
  })
}
