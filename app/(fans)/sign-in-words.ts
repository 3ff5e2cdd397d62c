import { getTranslations } from 'next-intl/server'
import type { SignInWords } from '@/components/account/sign-in-form'

/** The words of the sign-in form, for its page and for the dialog over any other. */
export async function signInWords(): Promise<SignInWords> {
  const t = await getTranslations('signIn')
  return {
    ...{ title: t('title'), text: t('text'), email: t('email'), password: t('password'), go: t('go') },
    ...{ fresh: t('fresh'), signUp: t('signUp'), forgot: t('forgot'), close: t('close'), menu: t('menu') },
    google: t('google'),
  }
}
