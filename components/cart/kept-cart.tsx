'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Countdown } from '../ui/countdown'
import { type KeptCart as Kept, readKeptCart } from './cart-store'

/** What is held in the cart, as this browser heard it last: no server is asked, and the hold needs none. */
export function KeptCart() {
  const t = useTranslations('keptTickets')
  const [cart, setCart] = useState<Kept | null>(null)
  useEffect(() => setCart(readKeptCart()), [])
  if (!cart) return null
  const clock = () => (
    <Countdown expiresAt={cart.endsAt} serverNow={cart.serverNow} onEnd={() => setCart(readKeptCart())} />
  )
  return (
    <p role="status" className="rounded-control border-[1.5px] border-line bg-surface p-4">
      {t.rich('cart', { count: cart.seatCount, clock })}
    </p>
  )
}
