import { redirect } from 'next/navigation'
import { isId } from '@/lib/platform/ids'
import type { OrderAccess } from '@/lib/reservations/orders/types'
import { readAccess } from '../read-access'

/** Which order a form of its page is about, and what its sender shows to change it. */
export async function readForm(form: FormData): Promise<{ orderId: string; access: OrderAccess }> {
  const orderId = String(form.get('order') ?? '')
  if (!isId(orderId)) redirect('/orders')
  return { orderId, access: await readAccess(String(form.get('key') ?? '')) }
}
