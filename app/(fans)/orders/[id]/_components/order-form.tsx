import type { ReactNode } from 'react'
import type { OrderAccess } from '@/lib/reservations/orders/types'

type Props = {
  orderId: string
  access: OrderAccess
  action: (form: FormData) => Promise<void>
  children: ReactNode
}

/** A form about one order: says which, and by what right. */
export function OrderForm({ orderId, access, action, children }: Props) {
  return (
    <form action={action} className="contents">
      <input type="hidden" name="order" value={orderId} />
      {access.key && <input type="hidden" name="key" value={access.key} />}
      {children}
    </form>
  )
}
