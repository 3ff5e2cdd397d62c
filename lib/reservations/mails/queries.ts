import { prisma } from '@/lib/platform/db'
import type { MailKind } from './types'

/** Whether a mail about an order was sent, or given up. */
export async function isMailDone(orderId: string, kind: MailKind): Promise<boolean> {
  const mail = await prisma.orderMail.findUnique({ where: { orderId_kind: { orderId, kind } } })
  return Boolean(mail?.sentAt ?? mail?.failedAt)
}
