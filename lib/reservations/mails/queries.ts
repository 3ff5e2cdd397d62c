import { prisma } from '@/lib/platform/db'
import type { MailKind, MailState } from './types'

/** Whether a mail about an order was sent, or given up. */
export async function isMailDone(orderId: string, kind: MailKind): Promise<boolean> {
  const mail = await prisma.orderMail.findUnique({ where: { orderId_kind: { orderId, kind } } })
  return Boolean(mail?.sentAt ?? mail?.failedAt)
}

/** Where a mail about an order is; `waiting` while the provider has not taken it, however long that is. */
export async function findMailState(orderId: string, kind: MailKind): Promise<MailState> {
  const mail = await prisma.orderMail.findUnique({ where: { orderId_kind: { orderId, kind } } })
  if (mail?.sentAt) return 'sent'
  return mail?.failedAt ? 'failed' : 'waiting'
}
