import { prisma } from '@/lib/platform/db'
import type { MailKind } from './types'

/** The mail is with the provider, under its id there. */
export async function markMailSent(
  orderId: string,
  kind: MailKind,
  providerId: string | null,
): Promise<void> {
  await keep(orderId, kind, { providerId, sentAt: new Date(), failedAt: null, failure: null })
}

/** The mail can never be sent, and why. */
export async function markMailFailed(orderId: string, kind: MailKind, failure: string): Promise<void> {
  await keep(orderId, kind, { failedAt: new Date(), failure })
}

type MailFacts = { providerId?: string | null; sentAt?: Date; failedAt: Date | null; failure: string | null }

async function keep(orderId: string, kind: MailKind, facts: MailFacts): Promise<void> {
  await prisma.orderMail.upsert({
    where: { orderId_kind: { orderId, kind } },
    create: { orderId, kind, ...facts },
    update: facts,
  })
}
