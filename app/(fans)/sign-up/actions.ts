'use server'

import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { z } from 'zod'
import type { FormState } from '@/components/account/types'
import { keepPending } from '@/lib/accounts/pending/session'
import { safeNext } from '@/lib/accounts/redirects/rules'
import { currentAddress, currentRegion } from '@/lib/accounts/session'
import { beginSignUp } from '@/lib/coordinator/begin-sign-up'
import { defineAction } from '@/lib/platform/action'
import { formProblem, formWrong, readField } from '../form-state'

const text = z.string()
const begin = defineAction(
  z.object({ name: text, email: text, password: text, phone: text }),
  async (person) =>
    beginSignUp({
      ...{ ...person, address: await currentAddress(), region: await currentRegion() },
      locale: await getLocale(),
    }),
)

/** Takes what an account needs, and goes on to the page that asks for the code. */
export async function signUp(_: FormState, form: FormData): Promise<FormState> {
  const kept = {
    ...{ name: readField(form, 'name', 200), email: readField(form, 'email') },
    phone: readField(form, 'phone', 100),
  }
  const result = await begin({ ...kept, password: readField(form, 'password', 1000) })
  if (result.ok) {
    await keepPending('sign_up', result.value.id)
    redirect(`/sign-up/verify?next=${encodeURIComponent(safeNext(form.get('next')))}`)
  }
  const t = await getTranslations('account')
  if (result.code !== 'invalid') {
    return formProblem(t(`problem.${result.code === 'rate_limited' ? 'rate_limited' : 'unavailable'}`), kept)
  }
  const wrong = (result.errors ?? []).map(({ path }) => [path, t(`wrong.${path as 'name'}`)])
  return formWrong(Object.fromEntries(wrong), kept)
}
