'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { SignInState } from '@/components/account/types'
import { startGoogle } from '@/lib/accounts/providers/session'
import { safeNext } from '@/lib/accounts/redirects/rules'
import { signInHere, signOutHere } from '@/lib/accounts/session'
import { joinCart } from '@/lib/coordinator/join-cart'
import { defineAction } from '@/lib/platform/action'
import type { ErrorCode } from '@/lib/platform/errors'

const enter = defineAction(z.object({ email: z.string(), password: z.string() }), (credentials) =>
  signInHere(credentials, joinCart),
)

/** Signs in and goes on to `next`; what the visitor held as a guest comes along. */
export async function signIn(_: SignInState, form: FormData): Promise<SignInState> {
  const email = String(form.get('email') ?? '').slice(0, 254)
  const result = await enter({ email, password: String(form.get('password') ?? '') })
  if (result.ok) redirect(safeNext(form.get('next')))
  return { problem: problemOf(result.code), email }
}

function problemOf(code: ErrorCode): SignInState['problem'] {
  return code === 'bad_credentials' || code === 'rate_limited' ? code : 'unavailable'
}

/** Sends the visitor to Google, who sends them back to `next`. */
export async function signInWithGoogle(form: FormData): Promise<void> {
  redirect(await startGoogle(safeNext(form.get('next'))))
}

export async function signOut(): Promise<void> {
  await signOutHere()
  redirect('/')
}
