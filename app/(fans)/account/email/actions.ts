'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import type { FormState } from '@/components/account/types'
import { dropPending, keepPending, readPending } from '@/lib/accounts/pending/session'
import { currentAddress } from '@/lib/accounts/session'
import { changeEmail, requestEmailChange } from '@/lib/coordinator/change-email'
import { defineAction } from '@/lib/platform/action'
import { formWrong, readField } from '../../form-state'
import { describeRefusal } from '../describe-refusal'
import { requireContact } from '../require-contact'

const text = z.string()
const ask = defineAction(z.object({ email: text, password: text }), async (asked) => {
  const { id: userId } = await requireContact('/account')
  return requestEmailChange({ ...asked, userId, address: await currentAddress() })
})
const set = defineAction(z.object({ email: text, code: text }), async (asked) => {
  const { id: userId } = await requireContact('/account')
  return changeEmail({ ...asked, userId, address: await currentAddress() })
})

/** Has a code sent to the new email, and goes on to the page that takes it. */
export async function askForEmail(_: FormState, form: FormData): Promise<FormState> {
  const email = readField(form, 'email')
  const result = await ask({ email, password: readField(form, 'password', 1000) })
  if (result.ok) {
    await keepPending('email', result.value.email)
    redirect('/account/email')
  }
  const t = await getTranslations('account.wrong')
  return result.code === 'invalid'
    ? formWrong({ email: t('email') }, { email })
    : describeRefusal(result.code, { email })
}

export async function confirmEmail(_: FormState, form: FormData): Promise<FormState> {
  const email = (await readPending('email')) ?? ''
  const result = await set({ email, code: readField(form, 'code') })
  if (!result.ok) return describeRefusal(result.code)
  await dropPending('email')
  redirect('/account')
}
