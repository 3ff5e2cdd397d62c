'use client'

import { useEffect, useSyncExternalStore } from 'react'
import { CartLink } from '../site/cart-link'
import { type CartGlance, countSeats, noteCart, readCount, watchCart } from './cart-store'

/** The header's way to the cart. Its count follows every change in this browser, and every hold that ends. */
export function LiveCartLink({ glance }: { glance: CartGlance }) {
  const countThen = () => countSeats(glance, glance.atMs)
  const count = useSyncExternalStore(watchCart, () => readCount() ?? countThen(), countThen)
  useEffect(() => noteCart(glance), [glance])
  return <CartLink count={count} />
}
