import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AccountForm } from '@/components/account/account-form'
import { findAddress } from '@/lib/accounts/addresses/queries'
import { AccountFrame } from '../../_components/account-frame'
import { requireContact } from '../../require-contact'
import { saveAddress } from '../actions'
import { addressFields } from '../address-fields'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('myAccount.addresses')
  return { title: t('editTitle'), robots: { index: false } }
}

/** One of the visitor's own addresses; any other is a 404. */
export default async function EditAddressPage({ params }: Props) {
  const { id } = await params
  const contact = await requireContact(`/account/addresses/${id}`)
  const address = await findAddress(contact.id, id)
  if (!address) notFound()
  const t = await getTranslations('myAccount.addresses')
  return (
    <AccountFrame current="addresses" title={t('editTitle')}>
      <AccountForm
        id="address"
        action={saveAddress}
        hidden={{ id }}
        fields={await addressFields(address, contact.name)}
        submit={t('save')}
      >
        <Link href="/account/addresses" className="link justify-self-start">
          {t('back')}
        </Link>
      </AccountForm>
    </AccountFrame>
  )
}
