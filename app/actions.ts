'use server'

import { cookies } from 'next/headers'
import { readTheme, THEME_COOKIE } from '@/components/site/theme'
import { currentUser } from '@/lib/accounts/session'
import { setLocale } from '@/lib/accounts/users/store'
import { LOCALE_COOKIE, readLocale } from '@/lib/i18n/locales'

const YEAR_S = 365 * 24 * 60 * 60

/** Keeps the visitor's choice of house lights for a year; anything unknown means `auto`. */
export async function chooseTheme(choice: string): Promise<void> {
  const jar = await cookies()
  jar.set(THEME_COOKIE, readTheme(choice), { maxAge: YEAR_S, sameSite: 'lax', path: '/' })
}

/**
 * Keeps the visitor's language for a year, and a member's for their mails; one there are no messages for changes
 * nothing.
 */
export async function chooseLanguage(form: FormData): Promise<void> {
  const locale = readLocale(form.get('locale'))
  if (!locale) return
  const jar = await cookies()
  jar.set(LOCALE_COOKIE, locale, { maxAge: YEAR_S, sameSite: 'lax', path: '/' })
  const user = await currentUser()
  if (user) await setLocale(user.id, locale)
}
