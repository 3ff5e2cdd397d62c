import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { refreshOrder } from '@/lib/coordinator/refresh-order'
import { isSold } from '@/lib/reservations/orders/rules'
import { type OrderQuery, orderPath, readAccess } from '../read-access'
import { AskingView } from './_components/asking-view'
import { CancelledView } from './_components/cancelled-view'
import { ConfirmedView } from './_components/confirmed-view'
import { PaidView } from './_components/paid-view'
import { PendingView } from './_components/pending-view'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<OrderQuery> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('order')
  // The address can carry the key of the mail's link.
  return { title: t('crumb'), robots: { index: false }, referrer: 'same-origin' }
}

export default async function OrderPage({ params, searchParams }: Props) {
  const [{ id }, { key, trouble, mailed }] = await Promise.all([params, searchParams])
  const access = await readAccess(key)
  const found = await refreshOrder(access, id)
  if (!found) notFound()
  const { order, isCertain } = found
  if (order.status === 'authorized') redirect(orderPath(id, access, { part: '/verify' }))
  if (order.status === 'cancelled') return <CancelledView order={order} access={access} trouble={trouble} />
  if (order.status === 'confirmed') return <ConfirmedView order={order} />
  if (isSold(order.status)) return <PaidView order={order} access={access} mailed={mailed} />
  if (!isCertain && trouble !== 'unavailable') return <AskingView order={order} />
  return <PendingView order={order} access={access} trouble={trouble} />
}
