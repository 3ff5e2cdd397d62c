'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import type { FormState } from '@/components/account/types'
import { dropPending, keepPending, readPending } from '@/lib/accounts/pending/session'
import { currentAddress, currentRegion } from '@/lib/accounts/session'
import { setLocale } from '@/lib/accounts/users/store'
import { changeEmail, requestEmailChange } from '@/lib/coordinator/change-email'
import { changeName } from '@/lib/coordinator/change-name'
import { removePhone, requestPhoneChange } from '@/lib/coordinator/change-phone'
import { verifyPhone } from '@/lib/coordinator/verify-phone'
import { readLocale } from '@/lib/i18n/locales'
import { defineAction } from '@/lib/platform/action'
import { chooseLanguage } from '../../actions'
import { formDone, formProblem, formWrong, readField } from '../form-state'
import { describeRefusal } from './describe-refusal'
import { requireContact } from './require-contact'

const text = z.string()
const name = defineAction(text, async (typed) => {
  const { id: userId } = await requireContact('/account')
  return changeName({ userId, name: typed })
})
const askEmail = defineAction(z.object({ email: text, password: text }), async (asked) => {
  const { id: userId } = await requireContact('/account')
  return requestEmailChange({ ...asked, userId, address: await currentAddress() })
})
const setEmail = defineAction(z.object({ email: text, code: text }), async (asked) => {
  const { id: userId } = await requireContact('/account')
  return changeEmail({ ...asked, userId, address: await currentAddress() })
})
const askPhone = defineAction(z.object({ phone: text, password: text }), async (asked) => {
  const { id: userId } = await requireContact('/account')
  const origin = { address: await currentAddress(), region: await currentRegion() }
  return requestPhoneChange({ ...asked, ...origin, userId })
})
const setPhone = defineAction(z.object({ phone: text, code: text }), async (asked) => {
  const { id: userId } = await requireContact('/account')
  return verifyPhone({ ...asked, userId, address: await currentAddress() })
})
const dropPhone = defineAction(text, async (password) => {
  const { id: userId } = await requireContact('/account')
  return removePhone({ userId, password, address: await currentAddress() })
})

export async function saveName(_: FormState, form: FormData): Promise<FormState> {
  const typed = readField(form, 'name', 200)
  const result = await name(typed)
  const t = await getTranslations('account.wrong')
  if (!result.ok && result.code === 'invalid') return formWrong({ name: t('name') }, { name: typed })
  if (!result.ok) return describeRefusal(result.code)
  revalidatePath('/account', 'layout')
  return formDone((await getTranslations('myAccount'))('profile.saved'))
}

/** Keeps the language for mails, and for this browser. */
export async function saveLanguage(_: FormState, form: FormData): Promise<FormState> {
  const { id } = await requireContact('/account')
  const locale = readLocale(form.get('locale'))
  if (!locale) return describeRefusal('invalid')
  await setLocale(id, locale)
  await chooseLanguage(form)
  revalidatePath('/account', 'layout')
  return formDone((await getTranslations('myAccount'))('profile.saved'))
}

/** Has a code sent to the new email, and goes on to the page that takes it. */
export async function askForEmail(_: FormState, form: FormData): Promise<FormState> {
  const email = readField(form, 'email')
  const result = await askEmail({ email, password: readField(form, 'password', 1000) })
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
  const result = await setEmail({ email, code: readField(form, 'code') })
  if (!result.ok) return describeRefusal(result.code)
  await dropPending('email')
  redirect('/account')
}

/** Has a code sent to the new phone, and goes on to the page that takes it. */
export async function askForPhone(_: FormState, form: FormData): Promise<FormState> {
  const phone = readField(form, 'phone', 100)
  const result = await askPhone({ phone, password: readField(form, 'password', 1000) })
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
  const result = await setPhone({ phone, code: readField(form, 'code') })
  if (!result.ok) return describeRefusal(result.code)
  await dropPending('phone')
  redirect('/account')
}

export async function forgetPhone(_: FormState, form: FormData): Promise<FormState> {
  const result = await dropPhone(readField(form, 'password', 1000))
  if (!result.ok) return describeRefusal(result.code)
  revalidatePath('/account')
  return formDone((await getTranslations('myAccount'))('profile.phoneRemoved'))
}
