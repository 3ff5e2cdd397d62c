import { SeatLines } from '@/components/checkout/seat-lines'
import { groupLines } from '@/components/orders/group-lines'
import { OrderFacts } from '@/components/orders/order-facts'
import { nameBrand } from '@/lib/commerce/payments/rules'
import { describeSeats } from '@/lib/coordinator/describe-seats'
import type { OrderView } from '@/lib/reservations/orders/types'
import { inPageLanguage } from '../../../in-page-language'

/** What is bought and how it is paid. `seats` is left out where the page shows the seats itself. */
export async function OrderAside({ order, seats = true }: { order: OrderView; seats?: boolean }) {
  const words = await inPageLanguage(() => describeSeats(order.lines))
  const card = order.payment && { ...order.payment, brand: nameBrand(order.payment.brand) }
  return (
    <>
      {seats && <SeatLines groups={groupLines(order.lines, words)} />}
      <OrderFacts order={order} card={card} />
    </>
  )
}
