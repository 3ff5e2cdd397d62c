import type { Metadata } from 'next'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { AccountForm } from '@/components/account/account-form'
import { buttonStyle } from '@/components/ui/button'
import { SubmitButton } from '@/components/ui/submit-button'
import { type AddressView, listAddresses } from '@/lib/accounts/addresses/queries'
import { AccountFrame, Fold } from '../_components/account-frame'
import { requireContact } from '../require-contact'
import { dropAddress, saveAddress } from './actions'
import { addressFields } from './address-fields'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('myAccount.addresses')
  return { title: t('title'), robots: { index: false } }
}

export default async function AddressesPage() {
  const contact = await requireContact('/account/addresses')
  const [addresses, t] = await Promise.all([
    listAddresses(contact.id),
    getTranslations('myAccount.addresses'),
  ])
  const form = (
    <AccountForm
      id="address"
      action={saveAddress}
      fields={await addressFields(null, contact.name)}
      submit={t('add')}
      button={{ variant: 'secondary', size: 'normal' }}
    />
  )
  return (
    <AccountFrame current="addresses" title={t('title')}>
      <p className="text-muted">{t(addresses.length > 0 ? 'text' : 'none')}</p>
      {addresses.length > 0 && (
        <ul className="grid gap-3 sm:grid-cols-2">
          {addresses.map((address) => (
            <AddressCard key={address.id} address={address} />
          ))}
        </ul>
      )}
      {addresses.length > 0 ? <Fold summary={t('addAnother')}>{form}</Fold> : form}
    </AccountFrame>
  )
}

async function AddressCard({ address }: { address: AddressView }) {
  const [t, locale] = await Promise.all([getTranslations('myAccount.addresses'), getLocale()])
  const { id, name, line1, line2, city, region, postalCode, country } = address
  const countryName = new Intl.DisplayNames(locale, { type: 'region' }).of(country) ?? country
  const lines = [line1, line2, [postalCode, city].filter(Boolean).join(' '), region, countryName]
  return (
    <li className="grid content-between gap-4 rounded-control border border-line bg-surface p-4">
      <address className="grid break-words not-italic">
        <span className="font-semibold">{name}</span>
        {lines.filter(Boolean).map((line) => (
          <span key={line}>{line}</span>
        ))}
      </address>
      <div className="flex gap-2">
        <Link
          href={`/account/addresses/${id}`}
          aria-label={t('editOne', { line1 })}
          className={buttonStyle({ size: 'small' })}
        >
          {t('edit')}
        </Link>
        <form action={dropAddress}>
          <input type="hidden" name="id" value={id} />
          <SubmitButton variant="quiet" size="small" aria-label={t('removeOne', { line1 })}>
            {t('remove')}
          </SubmitButton>
        </form>
      </div>
    </li>
  )
}
