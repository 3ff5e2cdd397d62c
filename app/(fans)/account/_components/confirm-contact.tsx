import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AccountForm } from '@/components/account/account-form'
import { AccountPage } from '@/components/account/account-page'
import type { FormAction } from '@/components/account/types'
import { readPending } from '@/lib/accounts/pending/session'
import { requireContact } from '../require-contact'

type Props = { kind: 'email' | 'phone'; action: FormAction }

/** Takes the code that was sent to the email or phone the account is to have. */
export async function ConfirmContact({ kind, action }: Props) {
  await requireContact('/account')
  const given = await readPending(kind)
  if (!given) redirect('/account')
  const t = await getTranslations('myAccount.confirm')
  return (
    <AccountPage title={t('title')} text={t(kind, { [kind]: given })}>
      <AccountForm
        id="confirm"
        action={action}
        fields={[{ name: 'code', label: t('code'), isCode: true }]}
        submit={t('go')}
      >
        <Link href="/account" className="link justify-self-start">
          {t('back')}
        </Link>
      </AccountForm>
    </AccountPage>
  )
}
