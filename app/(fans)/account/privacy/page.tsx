import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AccountForm } from '@/components/account/account-form'
import { buttonStyle } from '@/components/ui/button'
import { AccountFrame, AccountSection } from '../_components/account-frame'
import { passwordField } from '../password-field'
import { requireContact } from '../require-contact'
import { deleteMyAccount } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('myAccount.privacy')
  return { title: t('title'), robots: { index: false } }
}

export default async function PrivacyPage() {
  const contact = await requireContact('/account/privacy')
  const t = await getTranslations('myAccount.privacy')
  return (
    <AccountFrame current="privacy" title={t('title')}>
      <AccountSection title={t('export')} text={t('exportText')}>
        <a href="/account/export" download className={buttonStyle({ className: 'w-fit' })}>
          {t('exportGo')}
        </a>
      </AccountSection>
      <AccountSection title={t('delete')} text={<p>{t('deleteText')}</p>}>
        <ul className="grid list-disc gap-1 ps-5 text-muted">
          <li>{t('deleteGoes')}</li>
          <li>{t('deleteStays')}</li>
          <li>{t('deleteEmail')}</li>
          <li>{t('deleteTickets')}</li>
        </ul>
        <AccountForm
          id="delete"
          action={deleteMyAccount}
          fields={[
            { name: 'word', label: t('typeWord', { word: t('word') }), autoComplete: 'off', maxLength: 40 },
            ...(await passwordField(contact)),
          ]}
          submit={t('deleteGo')}
          button={{ variant: 'danger', size: 'normal' }}
        />
      </AccountSection>
    </AccountFrame>
  )
}
