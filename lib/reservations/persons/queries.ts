import { prisma } from '@/lib/platform/db'

/** Everything an account ordered and was given, for its owner to take along. Amounts are minor units. */
export async function findPersonOrders(userId: string) {
  const orders = await prisma.order.findMany({
    where: { userId },
    orderBy: { createdAt: 'asc' },
    select: {
      ...{ reference: true, status: true, email: true, name: true, delivery: true, address: true },
      ...{ currency: true, totalAmount: true, createdAt: true, paidAt: true, cancelledAt: true },
      lines: {
        select: {
          ...{ section: true, row: true, number: true, categoryName: true },
          ...{ ticketTypeName: true, priceAmount: true, ticket: { select: { holder: true, status: true } } },
          performance: { select: { startsAt: true, event: { select: { title: true } } } },
        },
      },
      payment: { select: { status: true, brand: true, last4: true, capturedAmount: true } },
    },
  })
  const given = await prisma.ticket.findMany({
    where: { ownerUserId: userId },
    select: {
      ...{ holder: true, status: true, createdAt: true },
      performance: { select: { startsAt: true, event: { select: { title: true } } } },
    },
  })
  return { orders, ticketsGivenToMe: given }
}

/** Whose order it is; null for a guest's. */
export async function findOrderUser(orderId: string): Promise<string | null> {
  const order = await prisma.order.findUnique({ where: { id: orderId }, select: { userId: true } })
  return order?.userId ?? null
}
