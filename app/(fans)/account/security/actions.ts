'use server'

import { revalidatePath } from 'next/cache'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import type { FormState } from '@/components/account/types'
import { currentAddress, currentSessionId } from '@/lib/accounts/session'
import { endOtherSessions, endSessionOf } from '@/lib/accounts/sessions/store'
import { changePassword } from '@/lib/coordinator/change-password'
import { defineAction } from '@/lib/platform/action'
import { refuse } from '@/lib/platform/result'
import { formDone, formWrong, readField } from '../../form-state'
import { describeRefusal } from '../describe-refusal'
import { requireContact } from '../require-contact'

const HERE = '/account/security'
const change = defineAction(z.object({ password: z.string(), newPassword: z.string() }), async (asked) => {
  const { id: userId } = await requireContact(HERE)
  const sessionId = await currentSessionId()
  if (!sessionId) return refuse('unauthenticated')
  return changePassword({ ...asked, userId, sessionId, address: await currentAddress() })
})

export async function saveNewPassword(_: FormState, form: FormData): Promise<FormState> {
  const [password, newPassword] = [readField(form, 'password', 1000), readField(form, 'newPassword', 1000)]
  const result = await change({ password, newPassword })
  if (!result.ok && result.code === 'invalid') {
    return formWrong({ newPassword: (await getTranslations('account.wrong'))('password') })
  }
  if (!result.ok) return describeRefusal(result.code)
  revalidatePath(HERE)
  return formDone((await getTranslations('myAccount.security'))('passwordSaved'))
}

/** Ends one of the visitor's own sessions, named by the form. */
export async function endSession(form: FormData): Promise<void> {
  const { id: userId } = await requireContact(HERE)
  await endSessionOf(userId, readField(form, 'session'))
  revalidatePath(HERE)
}

export async function endOthers(): Promise<void> {
  const { id: userId } = await requireContact(HERE)
  const here = await currentSessionId()
  if (here) await endOtherSessions(userId, here)
  revalidatePath(HERE)
}
