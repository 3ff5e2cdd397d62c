import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AccountForm } from '@/components/account/account-form'
import { AccountPage } from '@/components/account/account-page'
import type { FieldSpec } from '@/components/account/types'
import { safeNext } from '@/lib/accounts/redirects/rules'
import { cameFrom, currentUser } from '@/lib/accounts/session'
import { signUp } from './actions'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account.signUp')
  return { title: t('title'), robots: { index: false } }
}

export default async function SignUpPage({ searchParams }: Props) {
  const asked = (await searchParams).next
  const next = asked === undefined ? await cameFrom() : safeNext(asked)
  if (await currentUser()) redirect(next)
  const t = await getTranslations('account')
  const query = next === '/' ? {} : { next }
  const fields: FieldSpec[] = [
    { name: 'name', label: t('name'), autoComplete: 'name', maxLength: 100 },
    { name: 'email', label: t('email'), type: 'email', autoComplete: 'username', maxLength: 254 },
    {
      ...{ name: 'password', label: t('password'), type: 'password', autoComplete: 'new-password' },
      ...{ minLength: 10, maxLength: 200, hint: t('signUp.passwordHint') },
    },
    {
      ...{ name: 'phone', label: t('phone'), type: 'tel', autoComplete: 'tel', optional: true },
      ...{ maxLength: 40, hint: t('signUp.phoneHint') },
    },
  ]
  return (
    <AccountPage title={t('signUp.title')} text={t('signUp.text')}>
      <AccountForm id="sign-up" action={signUp} hidden={{ next }} fields={fields} submit={t('signUp.go')}>
        <p className="text-muted">
          {t('signUp.known')}{' '}
          <Link href={{ pathname: '/sign-in', query }} className="link text-ink">
            {t('signUp.signIn')}
          </Link>
        </p>
      </AccountForm>
    </AccountPage>
  )
}
