'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { requireOwner } from '@/lib/accounts/session'
import { cancelOrder } from '@/lib/coordinator/cancel-order'
import { confirmOrder } from '@/lib/coordinator/confirm-order'
import { holdSeats } from '@/lib/coordinator/hold-seats'
import { openCheckout } from '@/lib/coordinator/open-checkout'
import { refreshOrder } from '@/lib/coordinator/refresh-order'
import { resendTickets } from '@/lib/coordinator/resend-tickets'
import { log } from '@/lib/platform/log'
import { orderPath } from '../read-access'
import { readForm } from './read-form'

/** Whatever comes of it, the order's page says it: the same in two tabs, and after a crash. */
async function settle(name: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    log('error', 'action.failed', { name, error })
  }
  refreshHeader()
}

/** The header counts the seats in the cart, and a layout stays as it was unless it is told. */
function refreshHeader(): void {
  revalidatePath('/', 'layout')
}

/** On to the page where the order is paid. */
export async function continueToPayment(form: FormData): Promise<void> {
  const { orderId, access } = await readForm(form)
  const found = await refreshOrder(access, orderId)
  const opened = found?.order.status === 'pending' ? await openCheckout(orderId) : null
  if (opened?.ok && opened.value) redirect(opened.value)
  redirect(orderPath(orderId, access, opened && !opened.ok ? { trouble: 'unavailable' } : {}))
}

/** Yes: these seats, this card. */
export async function confirmPurchase(form: FormData): Promise<void> {
  const { orderId, access } = await readForm(form)
  await settle('confirm', () => confirmOrder({ access, orderId }))
  redirect(orderPath(orderId, access))
}

/** No, after all: the seats stay in the cart until their hold ends. */
export async function cancelPurchase(form: FormData): Promise<void> {
  const { orderId, access } = await readForm(form)
  await settle('cancel', () => cancelOrder({ access, orderId }))
  redirect(orderPath(orderId, access))
}

/** Holds seats that a cancelled order's page has offered, and goes on to check out. */
export async function holdOffered(form: FormData): Promise<void> {
  const { orderId, access } = await readForm(form)
  const performanceId = String(form.get('performance') ?? '')
  const seats = form.getAll('seat').map(String)
  const held = await holdSeats({ owner: await requireOwner(), performanceId, wish: { seats } })
  refreshHeader()
  if (held.ok) redirect('/checkout')
  redirect(orderPath(orderId, access, { trouble: 'taken' }))
}

/** The tickets once more, by mail. */
export async function sendAgain(form: FormData): Promise<void> {
  const { orderId, access } = await readForm(form)
  const sent = await resendTickets({ access, orderId })
  const mailed = sent.ok ? 'again' : sent.code === 'rate_limited' ? 'enough' : undefined
  redirect(orderPath(orderId, access, { mailed }))
}
