import { getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import { findMailState } from '@/lib/reservations/mails/queries'
import type { OrderView } from '@/lib/reservations/orders/types'

/** A mail takes a moment; what takes longer is told. */
const USUAL_MS = 60_000

/** Where the mail with the tickets is not out, and what that means: nothing for the door. */
export async function MailNote({ order, count }: { order: OrderView; count: number }) {
  const { id, email, paidAt } = order
  const state = count > 0 && paidAt ? await findMailState(id, 'confirmation') : 'sent'
  const isUsual = state === 'waiting' && Date.now() - (paidAt?.getTime() ?? 0) < USUAL_MS
  if (state === 'sent' || isUsual) return null
  const t = await getTranslations('order.mail')
  return (
    <Notice tone="info" title={t(state, { email })} className="max-w-2xl">
      {t(`${state}Text`, { count })}
    </Notice>
  )
}
