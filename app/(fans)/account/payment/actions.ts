'use server'

import { revalidatePath } from 'next/cache'
import { findCustomerId } from '@/lib/commerce/customers/queries'
import { removeCard } from '@/lib/commerce/customers/stripe'
import { readField } from '../../form-state'
import { requireContact } from '../require-contact'

/** Takes one of the visitor's own cards away; any other is left alone. */
export async function forgetCard(form: FormData): Promise<void> {
  const { id } = await requireContact('/account/payment')
  const customerId = await findCustomerId(id)
  if (customerId) await removeCard(customerId, readField(form, 'card'))
  revalidatePath('/account/payment')
}
