import { getTranslations } from 'next-intl/server'
import type { FormState } from '@/components/account/types'
import type { ErrorCode } from '@/lib/platform/errors'
import { formProblem, formWrong } from '../form-state'

/** What any form of an account says to a refusal that is not about one of its own fields. */
export async function describeRefusal(code: ErrorCode, kept: FormState['kept'] = {}): Promise<FormState> {
  const t = await getTranslations('account')
  if (code === 'bad_credentials') {
    return formWrong({ password: (await getTranslations('myAccount'))('wrongPassword') }, kept)
  }
  if (code === 'bad_code') return formWrong({ code: t('wrong.code') }, kept)
  return formProblem(t(`problem.${code === 'rate_limited' ? 'rate_limited' : 'unavailable'}`), kept)
}
