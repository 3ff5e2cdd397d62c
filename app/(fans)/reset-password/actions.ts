'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import type { FormState } from '@/components/account/types'
import { dropPending, keepPending, readPending } from '@/lib/accounts/pending/session'
import { currentAddress } from '@/lib/accounts/session'
import { requestPasswordReset, resetPassword } from '@/lib/coordinator/reset-password'
import { defineAction } from '@/lib/platform/action'
import type { ErrorCode } from '@/lib/platform/errors'
import { formDone, formProblem, formWrong, readField } from '../form-state'

const request = defineAction(z.string(), async (email) =>
  requestPasswordReset({ email, address: await currentAddress() }),
)
const reset = defineAction(
  z.object({ email: z.string(), code: z.string(), password: z.string() }),
  async (asked) => resetPassword({ ...asked, address: await currentAddress() }),
)

async function problemOf(code: ErrorCode): Promise<string> {
  const t = await getTranslations('account.problem')
  return t(code === 'rate_limited' ? 'rate_limited' : 'unavailable')
}

/** Asks for a code, whoever there is, and goes on to the page that takes it. */
export async function askForReset(_: FormState, form: FormData): Promise<FormState> {
  const email = readField(form, 'email')
  const result = await request(email)
  if (result.ok) {
    await keepPending('reset', email)
    redirect('/reset-password/code')
  }
  const t = await getTranslations('account.wrong')
  if (result.code === 'invalid') return formWrong({ email: t('email') }, { email })
  return formProblem(await problemOf(result.code), { email })
}

/** Has a new code sent. */
export async function askForResetAgain(): Promise<FormState> {
  const result = await request((await readPending('reset')) ?? '')
  const t = await getTranslations('account.resetCode')
  return result.ok ? formDone(t('sent')) : formProblem(await problemOf(result.code))
}

/** Sets the new password and says so on a page of its own. */
export async function setNewPassword(_: FormState, form: FormData): Promise<FormState> {
  const code = readField(form, 'code')
  const email = (await readPending('reset')) ?? ''
  const result = await reset({ email, code, password: readField(form, 'password', 1000) })
  if (result.ok) {
    await dropPending('reset')
    redirect('/reset-password/done')
  }
  const t = await getTranslations('account.wrong')
  if (result.code === 'invalid') return formWrong({ password: t('password') }, { code })
  if (result.code === 'bad_code') return formWrong({ code: t('code') })
  return formProblem(await problemOf(result.code), { code })
}
