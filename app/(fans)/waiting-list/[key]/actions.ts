'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { requireOwner } from '@/lib/accounts/session'
import { leaveWaitingList, letCalledSeatsGo } from '@/lib/coordinator/leave-waiting-list'
import { takeCalledSeats } from '@/lib/coordinator/take-called-seats'

function readKey(form: FormData): string {
  return String(form.get('key') ?? '').slice(0, 100)
}

/** The page of a place in line, which says how it stands after whatever was done. */
function toPage(key: string, trouble?: string): never {
  redirect(`/waiting-list/${encodeURIComponent(key)}${trouble ? `?trouble=${trouble}` : ''}`)
}

/** The held seats go into this browser's cart, and on to be paid. */
export async function takeSeats(form: FormData): Promise<void> {
  const key = readKey(form)
  const taken = await takeCalledSeats({ owner: await requireOwner(), key })
  if (!taken.ok) toPage(key, taken.code === 'seat_limit' ? 'seat_limit' : undefined)
  // The header counts the seats in the cart, and a layout stays as it was unless it is told.
  revalidatePath('/', 'layout')
  redirect('/checkout')
}

/** The held seats go to the next in line. */
export async function letGo(form: FormData): Promise<void> {
  const key = readKey(form)
  await letCalledSeatsGo(key)
  toPage(key)
}

/** Waits no longer. */
export async function leaveList(form: FormData): Promise<void> {
  const key = readKey(form)
  await leaveWaitingList(key)
  toPage(key)
}
