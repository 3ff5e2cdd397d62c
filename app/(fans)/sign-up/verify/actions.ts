'use server'

import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { z } from 'zod'
import type { FormState } from '@/components/account/types'
import { dropPending, readPending } from '@/lib/accounts/pending/session'
import { safeNext } from '@/lib/accounts/redirects/rules'
import { currentAddress, enterHere } from '@/lib/accounts/session'
import { findContact } from '@/lib/accounts/users/queries'
import { completeSignUp, resendSignUpCode } from '@/lib/coordinator/complete-sign-up'
import { joinAccount } from '@/lib/coordinator/join-account'
import { sendPhoneCode } from '@/lib/coordinator/verify-phone'
import { defineAction } from '@/lib/platform/action'
import { formDone, formProblem, formWrong, readField } from '../../form-state'

const complete = defineAction(z.object({ signUpId: z.string(), code: z.string() }), async (asked) =>
  completeSignUp({ ...asked, address: await currentAddress(), locale: await getLocale() }),
)
const resend = defineAction(z.string(), async (signUpId) =>
  resendSignUpCode({ signUpId, address: await currentAddress(), locale: await getLocale() }),
)
const write = defineAction(z.object({ userId: z.string(), phone: z.string() }), async (asked) =>
  sendPhoneCode({ ...asked, address: await currentAddress() }),
)

/** Opens the account and signs in to it; then on to the phone, where one was given, or to `next`. */
export async function verifyEmail(_: FormState, form: FormData): Promise<FormState> {
  const signUpId = (await readPending('sign_up')) ?? ''
  const result = await complete({ signUpId, code: readField(form, 'code') })
  const t = await getTranslations('account')
  if (!result.ok) {
    if (result.code === 'bad_code') return formWrong({ code: t('wrong.code') })
    return formProblem(t(`problem.${result.code === 'rate_limited' ? 'rate_limited' : 'unavailable'}`))
  }
  await enterHere(result.value, joinAccount)
  await dropPending('sign_up')
  const next = safeNext(form.get('next'))
  const contact = await findContact(result.value.id)
  if (!contact?.phone) redirect(next)
  const sent = await write({ userId: contact.id, phone: contact.phone })
  redirect(`/sign-up/phone?next=${encodeURIComponent(next)}${sent.ok ? '' : '&unsent'}`)
}

/** Has a new code sent. */
export async function sendVerifyEmailAgain(): Promise<FormState> {
  const t = await getTranslations('account')
  const result = await resend((await readPending('sign_up')) ?? '')
  if (result.ok) return formDone(t('verify.sent'))
  if (result.code === 'not_found') return formProblem(t('verify.over'))
  return formProblem(t(`problem.${result.code === 'rate_limited' ? 'rate_limited' : 'unavailable'}`))
}
