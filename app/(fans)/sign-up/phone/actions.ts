'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import type { FormState } from '@/components/account/types'
import { safeNext } from '@/lib/accounts/redirects/rules'
import { currentAddress, currentUser } from '@/lib/accounts/session'
import { findContact } from '@/lib/accounts/users/queries'
import { sendPhoneCode, verifyPhone } from '@/lib/coordinator/verify-phone'
import { defineAction } from '@/lib/platform/action'
import { refuse } from '@/lib/platform/result'
import { formDone, formProblem, formWrong, readField } from '../../form-state'

/** The number that was given at sign-up and is not verified: no other can be verified here. */
async function givenPhone() {
  const user = await currentUser()
  const contact = user && (await findContact(user.id))
  return contact?.phone && !contact.isPhoneVerified ? { userId: contact.id, phone: contact.phone } : null
}

const verify = defineAction(z.string(), async (code) => {
  const given = await givenPhone()
  return given ? verifyPhone({ ...given, code, address: await currentAddress() }) : refuse('bad_code')
})
const send = defineAction(z.null(), async () => {
  const given = await givenPhone()
  return given ? sendPhoneCode({ ...given, address: await currentAddress() }) : refuse('invalid')
})

export async function verifySignUpPhone(_: FormState, form: FormData): Promise<FormState> {
  const result = await verify(readField(form, 'code'))
  if (result.ok) redirect(safeNext(form.get('next')))
  const t = await getTranslations('account')
  if (result.code === 'bad_code') return formWrong({ code: t('wrong.code') })
  return formProblem(t(`problem.${result.code === 'rate_limited' ? 'rate_limited' : 'unavailable'}`))
}

/** Has a new code sent. */
export async function sendPhoneCodeAgain(): Promise<FormState> {
  const t = await getTranslations('account')
  const result = await send(null)
  if (result.ok) return formDone(t('phoneStep.sent'))
  if (result.code === 'invalid') return formProblem(t('phoneStep.badNumber'))
  return formProblem(t(`problem.${result.code === 'rate_limited' ? 'rate_limited' : 'unavailable'}`))
}
