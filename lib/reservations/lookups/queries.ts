import { prisma } from '@/lib/platform/db'

export type FoundOrder = {
  id: string
  accessToken: string
  reference: string
  email: string
  name: string
  locale: string
}

/** The order with this reference that was placed with this email (in any case); null where there is none. */
export async function findOrderByReference(asked: {
  reference: string
  email: string
}): Promise<FoundOrder | null> {
  const order = await prisma.order.findUnique({
    where: { reference: asked.reference },
    select: { id: true, accessToken: true, reference: true, email: true, name: true, locale: true },
  })
  return order?.email.toLowerCase() === asked.email.toLowerCase() ? order : null
}
