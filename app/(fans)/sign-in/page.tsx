import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { SignInForm } from '@/components/account/sign-in-form'
import { ClientMessages } from '@/components/site/client-messages'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { hasGoogle } from '@/lib/accounts/providers/session'
import { safeNext } from '@/lib/accounts/redirects/rules'
import { currentUser } from '@/lib/accounts/session'
import { signIn, signInWithGoogle } from './actions'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account.signIn')
  return { title: t('title'), robots: { index: false } }
}

export default async function SignInPage({ searchParams }: Props) {
  const { next: asked, error } = await searchParams
  const next = safeNext(asked)
  if (await currentUser()) redirect(next)
  const t = await getTranslations('account.signIn')
  return (
    <div className="wrap py-12 sm:py-20">
      <div className="mx-auto grid max-w-md gap-8">
        <header className="grid gap-3">
          <h1 className="display text-2xl">{t('title')}</h1>
          <p className="text-lg text-muted">{t('text')}</p>
        </header>
        {error && (
          <Notice tone="danger" title={t('googleFailed')}>
            {t('googleInstead')}
          </Notice>
        )}
        <ClientMessages namespaces={['account']}>
          <SignInForm signIn={signIn} next={next} />
        </ClientMessages>
        {hasGoogle && (
          <form action={signInWithGoogle} className="grid gap-5 border-line border-t pt-8">
            <input type="hidden" name="next" value={next} />
            <SubmitButton size="large">{t('google')}</SubmitButton>
          </form>
        )}
      </div>
    </div>
  )
}
