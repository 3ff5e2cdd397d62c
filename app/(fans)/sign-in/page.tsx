import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { SignInForm } from '@/components/account/sign-in-form'
import { ClientMessages } from '@/components/site/client-messages'
import { safeNext } from '@/lib/accounts/redirects/rules'
import { currentUser } from '@/lib/accounts/session'
import { signIn } from './actions'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account.signIn')
  return { title: t('title'), robots: { index: false } }
}

export default async function SignInPage({ searchParams }: Props) {
  const next = safeNext((await searchParams).next)
  if (await currentUser()) redirect(next)
  const t = await getTranslations('account.signIn')
  return (
    <div className="wrap py-12 sm:py-20">
      <div className="mx-auto grid max-w-md gap-8">
        <header className="grid gap-3">
          <h1 className="display text-2xl">{t('title')}</h1>
          <p className="text-lg text-muted">{t('text')}</p>
        </header>
        <ClientMessages namespaces={['account']}>
          <SignInForm signIn={signIn} next={next} />
        </ClientMessages>
      </div>
    </div>
  )
}
