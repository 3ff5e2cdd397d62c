'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import type { FormState } from '@/components/account/types'
import { currentAddress, signOutHere } from '@/lib/accounts/session'
import { deleteAccount } from '@/lib/coordinator/delete-account'
import { defineAction } from '@/lib/platform/action'
import { formProblem, formWrong, readField } from '../../form-state'
import { describeRefusal } from '../describe-refusal'
import { requireContact } from '../require-contact'

const remove = defineAction(z.string(), async (password) => {
  const { id: userId } = await requireContact('/account/privacy')
  return deleteAccount({ userId, password, address: await currentAddress() })
})

/** Deletes the account of who types the word and the password, and signs them out. */
export async function deleteMyAccount(_: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations('myAccount.privacy')
  const word = readField(form, 'word', 40)
  if (word.trim().toLowerCase() !== t('word').toLowerCase())
    return formWrong({ word: t('wrongWord') }, { word })
  const result = await remove(readField(form, 'password', 1000))
  if (!result.ok && result.code === 'too_late') return formProblem(t('isMember'))
  if (!result.ok) return describeRefusal(result.code, { word })
  await signOutHere()
  redirect('/account/deleted')
}
