'use server'

import { revalidatePath } from 'next/cache'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import type { FormState } from '@/components/account/types'
import { changeName } from '@/lib/coordinator/change-name'
import { readLocale } from '@/lib/i18n/locales'
import { defineAction } from '@/lib/platform/action'
import { chooseLanguage } from '../../actions'
import { formDone, formWrong, readField } from '../form-state'
import { describeRefusal } from './describe-refusal'
import { requireContact } from './require-contact'

const name = defineAction(z.string(), async (typed) => {
  const { id: userId } = await requireContact('/account')
  return changeName({ userId, name: typed })
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

/** Keeps the language for this browser, and for mails. */
export async function saveLanguage(_: FormState, form: FormData): Promise<FormState> {
  await requireContact('/account')
  if (!readLocale(form.get('locale'))) return describeRefusal('invalid')
  await chooseLanguage(form)
  revalidatePath('/account', 'layout')
  return formDone((await getTranslations('myAccount'))('profile.saved'))
}
