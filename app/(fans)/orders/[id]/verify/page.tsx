import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { refreshOrder } from '@/lib/coordinator/refresh-order'
import { type OrderQuery, orderPath, readAccess } from '../../read-access'
import { AskingView } from '../_components/asking-view'
import { VerifyView } from './_components/verify-view'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<OrderQuery> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('order.verify')
  return { title: t('meta'), robots: { index: false }, referrer: 'same-origin' }
}

/** Where Stripe sends the fan back to. The address is believed in nothing: what is true is asked at Stripe. */
export default async function VerifyPage({ params, searchParams }: Props) {
  const [{ id }, { key }] = await Promise.all([params, searchParams])
  const access = await readAccess(key)
  const found = await refreshOrder(access, id)
  if (!found) notFound()
  const { order, isCertain } = found
  const isFree = order.status === 'pending' && order.total.amount === 0
  if (order.status === 'authorized' || isFree) return <VerifyView order={order} access={access} />
  if (order.status === 'pending' && !isCertain) return <AskingView order={order} />
  redirect(orderPath(id, access))
}
