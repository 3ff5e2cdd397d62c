import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AccountPage } from '@/components/account/account-page'
import { SignInForm } from '@/components/account/sign-in-form'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { hasGoogle } from '@/lib/accounts/providers/session'
import { safeNext } from '@/lib/accounts/redirects/rules'
import { cameFrom, currentUser } from '@/lib/accounts/session'
import { signInWords } from '../sign-in-words'
import { signIn, signInWithGoogle } from './actions'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signIn')
  return { title: t('title'), robots: { index: false } }
}

export default async function SignInPage({ searchParams }: Props) {
  const { next: asked, error } = await searchParams
  const next = asked === undefined ? await cameFrom() : safeNext(asked)
  if (await currentUser()) redirect(next)
  const t = await getTranslations('signIn')
  return (
    <AccountPage title={t('title')} text={t('text')}>
      {error && (
        <Notice tone="danger" title={t('googleFailed')}>
          {t('googleInstead')}
        </Notice>
      )}
      <SignInForm id="sign-in" signIn={signIn} next={next} words={await signInWords()} />
      {hasGoogle && (
        <form action={signInWithGoogle} className="grid gap-5 border-line border-t pt-8">
          <input type="hidden" name="next" value={next} />
          <SubmitButton size="large">{t('google')}</SubmitButton>
        </form>
      )}
    </AccountPage>
  )
}
