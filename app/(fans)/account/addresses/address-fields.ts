import { getLocale, getTranslations } from 'next-intl/server'
import type { FieldSpec } from '@/components/account/types'
import type { AddressView } from '@/lib/accounts/addresses/queries'
import { listCountries } from '@/lib/accounts/addresses/rules'
import { currentRegion } from '@/lib/accounts/session'

/** The fields of an address; a new one begins with the browser's own country. */
export async function addressFields(address: AddressView | null, name: string): Promise<FieldSpec[]> {
  const [t, locale, region] = await Promise.all([
    getTranslations('myAccount.addresses'),
    getLocale(),
    currentRegion(),
  ])
  const value = (field: keyof AddressView) => address?.[field] ?? ''
  return [
    { name: 'name', label: t('name'), autoComplete: 'name', maxLength: 100, value: address?.name ?? name },
    {
      ...{ name: 'country', label: t('country'), autoComplete: 'country' },
      ...{ options: listCountries(locale), value: address?.country ?? region ?? 'AT' },
    },
    {
      ...{ name: 'line1', label: t('line1'), autoComplete: 'address-line1' },
      ...{ maxLength: 100, value: value('line1') },
    },
    {
      ...{ name: 'line2', label: t('line2'), autoComplete: 'address-line2', optional: true },
      ...{ maxLength: 100, value: value('line2') },
    },
    {
      ...{ name: 'postalCode', label: t('postalCode'), autoComplete: 'postal-code', optional: true },
      ...{ maxLength: 20, value: value('postalCode') },
    },
    {
      ...{ name: 'city', label: t('city'), autoComplete: 'address-level2' },
      ...{ maxLength: 100, value: value('city') },
    },
    {
      ...{ name: 'region', label: t('region'), autoComplete: 'address-level1', optional: true },
      ...{ maxLength: 50, hint: t('regionHint'), value: value('region') },
    },
  ]
}
