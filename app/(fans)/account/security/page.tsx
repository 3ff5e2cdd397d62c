import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SubmitButton } from '@/components/ui/submit-button'
import { currentSessionId } from '@/lib/accounts/session'
import { listSessions } from '@/lib/accounts/sessions/queries'
import { AccountFrame, AccountSection } from '../_components/account-frame'
import { requireContact } from '../require-contact'
import { PasswordSection } from './_components/password-section'
import { SessionRow } from './_components/session-row'
import { endOthers } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('myAccount.security')
  return { title: t('title'), robots: { index: false } }
}

export default async function SecurityPage() {
  const contact = await requireContact('/account/security')
  const [sessions, here] = await Promise.all([listSessions(contact.id), currentSessionId()])
  const t = await getTranslations('myAccount.security')
  const ownFirst = sessions.toSorted((a, b) => Number(b.id === here) - Number(a.id === here))
  return (
    <AccountFrame current="security" title={t('title')}>
      <AccountSection title={t('sessions')} text={t('sessionsText')}>
        <ul className="grid gap-3">
          {ownFirst.map((session) => (
            <SessionRow key={session.id} session={session} isHere={session.id === here} />
          ))}
        </ul>
        {sessions.length > 1 && (
          <form action={endOthers}>
            <SubmitButton variant="danger">{t('endOthers')}</SubmitButton>
          </form>
        )}
      </AccountSection>
      <PasswordSection contact={contact} />
    </AccountFrame>
  )
}
