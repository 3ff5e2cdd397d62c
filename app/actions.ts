'use server'

import { cookies } from 'next/headers'
import { readTheme, THEME_COOKIE } from '@/components/site/theme'

const YEAR_S = 365 * 24 * 60 * 60

/** Keeps the visitor's choice of house lights for a year; anything unknown means `auto`. */
export async function chooseTheme(choice: string): Promise<void> {
  const jar = await cookies()
  jar.set(THEME_COOKIE, readTheme(choice), { maxAge: YEAR_S, sameSite: 'lax', path: '/' })
}
