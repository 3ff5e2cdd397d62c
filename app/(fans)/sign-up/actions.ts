'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { SignUpField, SignUpState } from '@/components/account/types'
import { safeNext } from '@/lib/accounts/redirects/rules'
import { signUpHere } from '@/lib/accounts/session'
import { joinCart } from '@/lib/coordinator/join-cart'
import { defineAction } from '@/lib/platform/action'
import type { FieldIssue } from '@/lib/platform/errors'

const enroll = defineAction(
  z.object({ name: z.string(), email: z.string(), password: z.string() }),
  (person) => signUpHere(person, joinCart),
)

/** Opens an account, signs in and goes on to `next`; what the visitor held as a guest comes along. */
export async function signUp(_: SignUpState, form: FormData): Promise<SignUpState> {
  const read = (name: SignUpField) => String(form.get(name) ?? '')
  const result = await enroll({ name: read('name'), email: read('email'), password: read('password') })
  if (result.ok) redirect(safeNext(form.get('next')))
  const kept = { name: read('name').slice(0, 100), email: read('email').slice(0, 254) }
  if (result.code === 'invalid') return { problem: null, wrong: toWrong(result.errors ?? []), ...kept }
  return { problem: result.code === 'rate_limited' ? 'rate_limited' : 'unavailable', wrong: {}, ...kept }
}

function toWrong(errors: FieldIssue[]): SignUpState['wrong'] {
  return Object.fromEntries(
    errors.map(({ path, message }) => [path, message === 'taken' ? 'taken' : 'wrong']),
  )
}
