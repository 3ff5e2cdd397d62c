'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import type { FormState } from '@/components/account/types'
import { startGoogle } from '@/lib/accounts/providers/session'
import { safeNext } from '@/lib/accounts/redirects/rules'
import { signInHere, signOutHere } from '@/lib/accounts/session'
import { joinAccount } from '@/lib/coordinator/join-account'
import { defineAction } from '@/lib/platform/action'
import { formProblem, readField } from '../form-state'

const enter = defineAction(z.object({ email: z.string(), password: z.string() }), (credentials) =>
  signInHere(credentials, joinAccount),
)

/** Signs in and goes on to `next`; what the visitor held as a guest comes along. */
export async function signIn(_: FormState, form: FormData): Promise<FormState> {
  const email = readField(form, 'email')
  const result = await enter({ email, password: readField(form, 'password', 1000) })
  if (result.ok) redirect(safeNext(form.get('next')))
  const t = await getTranslations('signIn')
  const { code } = result
  const problem = code === 'bad_credentials' || code === 'rate_limited' ? code : 'unavailable'
  return formProblem(t(`problem.${problem}`), { email })
}

/** Sends the visitor to Google, who sends them back to `next`. */
export async function signInWithGoogle(form: FormData): Promise<void> {
  redirect(await startGoogle(safeNext(form.get('next'))))
}

export async function signOut(): Promise<void> {
  await signOutHere()
  redirect('/')
}
