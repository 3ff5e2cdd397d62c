'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import type { FormState } from '@/components/account/types'
import { removeAddress } from '@/lib/accounts/addresses/store'
import { keepAddress } from '@/lib/coordinator/keep-address'
import { defineAction } from '@/lib/platform/action'
import { formProblem, formWrong, readField } from '../../form-state'
import { describeRefusal } from '../describe-refusal'
import { requireContact } from '../require-contact'

const HERE = '/account/addresses'
const text = z.string()
const fields = {
  name: text,
  line1: text,
  line2: text,
  city: text,
  region: text,
  postalCode: text,
  country: text,
}

const keep = defineAction(z.object({ id: text.optional(), address: z.object(fields) }), async (asked) =>
  keepAddress({ ...asked, userId: (await requireContact(HERE)).id }),
)

/** Adds an address, or writes the one that `id` names anew, and goes back to the book. */
export async function saveAddress(_: FormState, form: FormData): Promise<FormState> {
  const read = (name: keyof typeof fields) => readField(form, name, 200)
  const address = {
    ...{ name: read('name'), line1: read('line1'), line2: read('line2'), city: read('city') },
    ...{ region: read('region'), postalCode: read('postalCode'), country: read('country') },
  }
  const result = await keep({ id: readField(form, 'id') || undefined, address })
  if (result.ok) {
    revalidatePath(HERE)
    redirect(HERE)
  }
  const t = await getTranslations('myAccount.addresses')
  if (result.code === 'too_large') return formProblem(t('full'), address)
  if (result.code !== 'invalid') return describeRefusal(result.code, address)
  const paths = new Set((result.errors ?? []).map(({ path }) => path.replace(/^address\./, '')))
  return formWrong(
    Object.fromEntries([...paths].map((path) => [path, t(`wrong.${path as 'name'}`)])),
    address,
  )
}

export async function dropAddress(form: FormData): Promise<void> {
  const { id: userId } = await requireContact(HERE)
  await removeAddress(userId, readField(form, 'id'))
  revalidatePath(HERE)
}
