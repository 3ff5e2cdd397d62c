import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { cn } from '@/components/ui/cn'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { layoutOf, REGIONS } from '@/lib/platform/address'
import type { Country, TypedAddress } from '../checkout-state'

type Props = { address: TypedAddress; wrong: string[]; countries: Country[] }
type Part = 'postalCode' | 'city' | 'region'

const AUTOCOMPLETE = { postalCode: 'postal-code', city: 'address-level2', region: 'address-level1' }

/** Where the letter goes, in the fields and the order its country writes. */
export function AddressFields({ address, wrong, countries }: Props) {
  const t = useTranslations('checkout.address')
  const [country, setCountry] = useState(address.country)
  const layout = layoutOf(country)
  const errorOf = (part: keyof TypedAddress) => (wrong.includes(part) ? t(`errors.${part}`) : undefined)
  const labels: Record<Part, string> = {
    postalCode: t(layout.postalWord),
    city: t('city'),
    region: t(layout.regionWord),
  }
  return (
    <div className="grid gap-4 pt-2">
      <Field name="country" label={t('country')} error={errorOf('country')}>
        {(control) => (
          <Select
            {...control}
            autoComplete="country"
            value={country}
            onChange={(event) => setCountry(event.target.value)}
          >
            {countries.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field name="line1" label={t('line1')} error={errorOf('line1')}>
        {(control) => (
          <Input
            {...control}
            autoComplete="address-line1"
            maxLength={64}
            required
            defaultValue={address.line1}
          />
        )}
      </Field>
      <Field name="line2" label={t('line2')} error={errorOf('line2')}>
        {(control) => (
          <Input {...control} autoComplete="address-line2" maxLength={64} defaultValue={address.line2} />
        )}
      </Field>
      <div className="grid grid-cols-2 gap-4">
        {layout.parts.map((part) => {
          const regions = part === 'region' ? REGIONS[country] : undefined
          const rest = {
            autoComplete: AUTOCOMPLETE[part],
            required: part === 'city' || layout.needs.includes(part),
            defaultValue: address[part],
          }
          return (
            <Field
              key={part}
              name={part}
              label={labels[part]}
              error={errorOf(part)}
              className={cn(part === 'city' && layout.parts.length !== 2 && 'col-span-2')}
            >
              {(control) =>
                regions ? (
                  <Select {...control} {...rest}>
                    <option value="" />
                    {regions.map((region) => (
                      <option key={region}>{region}</option>
                    ))}
                  </Select>
                ) : (
                  <Input {...control} {...rest} maxLength={part === 'postalCode' ? 20 : 50} />
                )
              }
            </Field>
          )
        })}
      </div>
    </div>
  )
}
