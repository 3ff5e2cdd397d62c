'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import type { FormState } from '@/components/account/types'
import { dropPending, keepPending, readPending } from '@/lib/accounts/pending/session'
import { currentAddress, currentRegion } from '@/lib/accounts/session'
import { removePhone, requestPhoneChange } from '@/lib/coordinator/change-phone'
import { verifyPhone } from '@/lib/coordinator/verify-phone'
import { defineAction } from '@/lib/platform/action'
import { formDone, formProblem, formWrong, readField } from '../../form-state'
import { describeRefusal } from '../describe-refusal'
import { requireContact } from '../require-contact'

const text = z.string()
const ask = defineAction(z.object({ phone: text, password: text }), async (asked) => {
  const { id: userId } = await requireContact('/account')
  const origin = { address: await currentAddress(), region: await currentRegion() }
  return requestPhoneChange({ ...asked, ...origin, userId })
})
const set = defineAction(z.object({ phone: text, code: text }), async (asked) => {
  const { id: userId } = await requireContact('/account')
  return verifyPhone({ ...asked, userId, address: await currentAddress() })
})
const drop = defineAction(text, async (password) => {
  const { id: userId } = await requireContact('/account')
  return removePhone({ userId, password, address: await currentAddress() })
})

/** Has a code sent to the new phone, and goes on to the page that takes it. */
export async function askForPhone(_: FormState, form: FormData): Promise<FormState> {
  const phone = readField(form, 'phone', 100)
  const result = await ask({ phone, password: readField(form, 'password', 1000) })
  if (result.ok) {
    await keepPending('phone', result.value.phone)
    redirect('/account/phone')
  }
  const t = await getTranslations('account')
  if (result.code === 'invalid') return formWrong({ phone: t('wrong.phone') }, { phone })
  if (result.code !== 'unavailable') return describeRefusal(result.code, { phone })
  return formProblem((await getTranslations('myAccount'))('profile.noSms'), { phone })
}

export async function confirmPhone(_: FormState, form: FormData): Promise<FormState> {
  const phone = (await readPending('phone')) ?? ''
  const result = await set({ phone, code: readField(form, 'code') })
  if (!result.ok) return describeRefusal(result.code)
  await dropPending('phone')
  redirect('/account')
}

export async function forgetPhone(_: FormState, form: FormData): Promise<FormState> {
  const result = await drop(readField(form, 'password', 1000))
  if (!result.ok) return describeRefusal(result.code)
  revalidatePath('/account')
  return formDone((await getTranslations('myAccount'))('profile.phoneRemoved'))
}
