import type { Metadata } from 'next'
import Link from 'next/link'
import { getFormatter, getTranslations } from 'next-intl/server'
import { AccountForm } from '@/components/account/account-form'
import type { FieldSpec } from '@/components/account/types'
import { Badge } from '@/components/ui/badge'
import { SubmitButton } from '@/components/ui/submit-button'
import { currentSessionId } from '@/lib/accounts/session'
import { listSessions, type SessionView } from '@/lib/accounts/sessions/queries'
import { AccountFrame, AccountSection } from '../_components/account-frame'
import { passwordField } from '../password-field'
import { requireContact } from '../require-contact'
import { endOthers, endSession, saveNewPassword } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('myAccount.security')
  return { title: t('title'), robots: { index: false } }
}

export default async function SecurityPage() {
  const contact = await requireContact('/account/security')
  const [sessions, here] = await Promise.all([listSessions(contact.id), currentSessionId()])
  const t = await getTranslations('myAccount')
  const newPassword: FieldSpec = {
    ...{ name: 'newPassword', label: t('security.newPassword'), type: 'password' },
    ...{ autoComplete: 'new-password', minLength: 10, maxLength: 200, hint: t('security.passwordHint') },
  }
  const ownFirst = sessions.toSorted((a, b) => Number(b.id === here) - Number(a.id === here))
  return (
    <AccountFrame current="security" title={t('security.title')}>
      <AccountSection title={t('security.sessions')} text={t('security.sessionsText')}>
        <ul className="grid gap-3">
          {ownFirst.map((session) => (
            <SessionRow key={session.id} session={session} isHere={session.id === here} />
          ))}
        </ul>
        {sessions.length > 1 && (
          <form action={endOthers}>
            <SubmitButton variant="danger">{t('security.endOthers')}</SubmitButton>
          </form>
        )}
      </AccountSection>
      <AccountSection title={t('security.password')}>
        {contact.hasPassword ? (
          <AccountForm
            id="password"
            action={saveNewPassword}
            fields={[...(await passwordField(contact)), newPassword]}
            submit={t('security.savePassword')}
            button={{ variant: 'secondary', size: 'normal' }}
          />
        ) : (
          <p>
            {t('security.noPassword')}{' '}
            <Link href="/reset-password" className="link">
              {t('security.choosePassword')}
            </Link>
          </p>
        )}
      </AccountSection>
    </AccountFrame>
  )
}

/** The browser's zone is not known here, so the moment says which it is in. */
const WHEN = {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
  timeZoneName: 'short',
} as const

async function SessionRow({ session, isHere }: { session: SessionView; isHere: boolean }) {
  const t = await getTranslations('myAccount.security')
  const format = await getFormatter()
  const { id, device, kind, createdAt } = session
  const words = device ? t('device', device) : t(kind === 'app' ? 'unknownApp' : 'unknownBrowser')
  const when = format.dateTime(createdAt, WHEN)
  return (
    <li className="flex items-center justify-between gap-4 rounded-control border border-line bg-surface p-4">
      <div className="grid gap-0.5">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold">
          {words}
          {isHere && <Badge tone="good">{t('here')}</Badge>}
        </p>
        <p className="text-muted text-sm">{t('since', { when })}</p>
      </div>
      {!isHere && (
        <form action={endSession}>
          <input type="hidden" name="session" value={id} />
          <SubmitButton aria-label={t('endOne', { device: words })}>{t('end')}</SubmitButton>
        </form>
      )}
    </li>
  )
}
