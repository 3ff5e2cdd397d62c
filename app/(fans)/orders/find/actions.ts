'use server'

import { redirect } from 'next/navigation'
import { currentAddress } from '@/lib/accounts/session'
import { openOrder, requestOrderCode } from '@/lib/coordinator/open-order'
import { orderPath } from '../read-access'
import type { FindState } from './find-state'

/** Sends a code for a reference and email, or opens the order with it. It never says whether there is such an order. */
export async function findOrder(_: FindState, form: FormData): Promise<FindState> {
  const said = (name: string) => String(form.get(name) ?? '').slice(0, 300)
  const asked = { reference: said('reference'), email: said('email'), address: await currentAddress() }
  const state = { reference: asked.reference, email: asked.email }
  if (form.get('code') === null) {
    const sent = await requestOrderCode(asked)
    return { ...state, isSent: sent.ok, problem: sent.ok ? null : sent.code }
  }
  const opened = await openOrder({ ...asked, code: said('code') })
  if (!opened.ok) return { ...state, isSent: true, problem: opened.code }
  const { orderId, accessToken } = opened.value
  redirect(orderPath(orderId, { key: accessToken }))
}
