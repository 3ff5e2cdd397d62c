import { COUNTRIES } from '@/lib/platform/address'

const FALLBACK = 'US'

/** The country a browser's languages speak of first (`de-AT` is Austria's), to begin an address with. */
export function readCountry(acceptLanguage: string | null): string {
  const tags = (acceptLanguage ?? '').split(',').map((part) => part.split(';')[0]?.trim() ?? '')
  const regions = tags.map((tag) => /^[a-z]{2,3}-(?:[a-z]{4}-)?([a-z]{2})$/i.exec(tag)?.[1]?.toUpperCase())
  return regions.find((region) => region !== undefined && COUNTRIES.includes(region)) ?? FALLBACK
}
