'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { currentOwner, requireOwner } from '@/lib/accounts/session'
import { answerOffer } from '@/lib/coordinator/answer-offer'
import { cancelOrder } from '@/lib/coordinator/cancel-order'
import { confirmOrder } from '@/lib/coordinator/confirm-order'
import { holdSeats } from '@/lib/coordinator/hold-seats'
import { offerForCart } from '@/lib/coordinator/offer-for-cart'
import { offerForOrder } from '@/lib/coordinator/offer-for-order'
import { openCheckout } from '@/lib/coordinator/open-checkout'
import { refreshOrder } from '@/lib/coordinator/refresh-order'
import { resendTickets } from '@/lib/coordinator/resend-tickets'
import { viewCart } from '@/lib/coordinator/view-cart'
import { isId } from '@/lib/platform/ids'
import { log } from '@/lib/platform/log'
import type { CartOwner } from '@/lib/reservations/types'
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

/** Yes: these seats, this card. Where seats were lost, others are held before the page says so. */
export async function confirmPurchase(form: FormData): Promise<void> {
  const { orderId, access } = await readForm(form)
  await settle('confirm', async () => {
    const confirmed = await confirmOrder({ access, orderId })
    if (!confirmed.ok) await offerForOrder({ owner: await requireOwner(), access, orderId })
  })
  redirect(orderPath(orderId, access))
}

/** No, after all: the seats stay in the cart until their hold ends. */
export async function cancelPurchase(form: FormData): Promise<void> {
  const { orderId, access } = await readForm(form)
  await settle('cancel', () => cancelOrder({ access, orderId }))
  redirect(orderPath(orderId, access))
}

type Answer = { performanceId?: string; offerId?: string; keep: boolean }

/** False where there is no such offer any more, or never was. */
async function answerOwn(
  owner: CartOwner | null,
  { performanceId, offerId, keep }: Answer,
): Promise<boolean> {
  if (!owner || !performanceId || !offerId || !isId(performanceId) || !isId(offerId)) return false
  return answerOffer({ owner, performanceId, offerId, keep })
}

/** The fan keeps what is held in place of lost seats, and goes on to check out once all is answered; or lets it go. */
export async function answerOffered(form: FormData): Promise<void> {
  const { orderId, access } = await readForm(form)
  const [performanceId, offerId] = [form.get('performance'), form.get('offer')].map(String)
  const owner = await currentOwner()
  const keep = form.get('keep') === 'yes'
  const isAnswered = await answerOwn(owner, { performanceId, offerId, keep })
  refreshHeader()
  const isOver = isAnswered && (await viewCart(owner)).offers.length === 0
  if (keep && isOver) redirect('/checkout')
  redirect(orderPath(orderId, access, isAnswered ? {} : { trouble: 'ended' }))
}

/** Holds seats that a cancelled order's page has shown as free, and goes on to check out; or has others held instead. */
export async function holdOffered(form: FormData): Promise<void> {
  const { orderId, access } = await readForm(form)
  const performanceId = String(form.get('performance') ?? '')
  const seats = form.getAll('seat').map(String)
  const owner = await requireOwner()
  const held = await holdSeats({ owner, performanceId, wish: { seats } })
  refreshHeader()
  if (held.ok) redirect('/checkout')
  await offerForCart(
    owner,
    seats.map((label) => ({ performanceId, label })),
  )
  redirect(orderPath(orderId, access, { trouble: 'taken' }))
}

/** The tickets once more, by mail. */
export async function sendAgain(form: FormData): Promise<void> {
  const { orderId, access } = await readForm(form)
  const sent = await resendTickets({ access, orderId })
  const mailed = sent.ok ? 'again' : sent.code === 'rate_limited' ? 'enough' : undefined
  redirect(orderPath(orderId, access, { mailed }))
}
