/** Where a letter goes. `region` is a state, province or prefecture where the country's addresses have one. */
export type PostalAddress = {
  line1: string
  line2?: string
  city: string
  postalCode?: string
  region?: string
  /** ISO 3166-1 alpha-2. */
  country: string
}

type Part = 'postalCode' | 'city' | 'region'

/** How a country writes the lines below the street, and what it calls them. */
export type AddressLayout = {
  /** In reading order; a country without regions or postcodes leaves them out. */
  parts: Part[]
  /** Of `parts`, what an address must have besides the city. */
  needs: Part[]
  postalWord: 'postcode' | 'zip' | 'eircode' | 'pin'
  regionWord: 'state' | 'province' | 'prefecture'
}

const CONTINENTAL: AddressLayout = {
  parts: ['postalCode', 'city'],
  needs: ['postalCode'],
  postalWord: 'postcode',
  regionWord: 'province',
}
const BRITISH: AddressLayout = { ...CONTINENTAL, parts: ['city', 'postalCode'] }
const FEDERAL: AddressLayout = {
  parts: ['city', 'region', 'postalCode'],
  needs: ['region', 'postalCode'],
  postalWord: 'postcode',
  regionWord: 'state',
}
const WITHOUT_CODE: AddressLayout = { ...CONTINENTAL, parts: ['city'], needs: [] }

const LAYOUTS: Record<string, AddressLayout> = {
  AU: FEDERAL,
  BR: FEDERAL,
  CA: { ...FEDERAL, regionWord: 'province' },
  CN: { ...FEDERAL, parts: ['region', 'city', 'postalCode'], regionWord: 'province' },
  GB: BRITISH,
  IE: { ...BRITISH, needs: [], postalWord: 'eircode' },
  IN: { ...FEDERAL, postalWord: 'pin' },
  IT: { ...FEDERAL, parts: ['postalCode', 'city', 'region'], regionWord: 'province' },
  JP: { ...FEDERAL, parts: ['postalCode', 'region', 'city'], regionWord: 'prefecture' },
  KR: { ...FEDERAL, parts: ['region', 'city', 'postalCode'], regionWord: 'province' },
  MX: { ...FEDERAL, parts: ['postalCode', 'city', 'region'] },
  NZ: BRITISH,
  SG: BRITISH,
  US: { ...FEDERAL, postalWord: 'zip' },
  ZA: BRITISH,
}

const NO_POSTCODES = new Set(
  'AE AG AO AW BF BI BJ BO BS BW BZ CD CF CG CI CK CM DJ DM ER FJ GA GD GH GM GQ GY HK JM KI KM KN ML MO MR MW NR NU PA QA RW SB SC SL SR ST TD TG TK TO TV UG VU YE ZW'.split(
    ' ',
  ),
)

/** ISO 3166-1 alpha-2 codes of where letters are taken to. */
export const COUNTRIES: readonly string[] =
  `AD AE AG AI AL AM AO AR AT AU AW AZ BA BB BD BE BF BG BH BI BJ BM BN BO BR BS BT BW BZ CA CD CF CG CH CI CK CL CM CN
  CO CR CV CW CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FK FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GT GW GY
  HK HN HR HT HU ID IE IL IM IN IQ IS IT JE JM JO JP KE KG KH KI KM KN KR KW KY KZ LA LB LC LI LK LR LS LT LU LV MA MC MD
  ME MG MK ML MN MO MQ MR MS MT MU MV MW MX MY MZ NA NC NE NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PT PY QA RE
  RO RS RW SA SB SC SE SG SH SI SK SL SM SN SR ST SV SZ TC TD TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC
  VE VG VN VU WF WS XK YT ZA ZM ZW`
    .trim()
    .split(/\s+/)

/** By country, its regions as letters write them (`CA`); elsewhere people write the region out. */
export const REGIONS: Readonly<Record<string, readonly string[]>> = {
  AU: 'ACT NSW NT QLD SA TAS VIC WA'.split(' '),
  CA: 'AB BC MB NB NL NS NT NU ON PE QC SK YT'.split(' '),
  US: `AK AL AR AS AZ CA CO CT DC DE FL GA GU HI IA ID IL IN KS KY LA MA MD ME MI MN MO MP MS MT NC ND NE NH NJ NM NV NY
    OH OK OR PA PR RI SC SD TN TX UT VA VI VT WA WI WV WY`.split(/\s+/),
}

/** How addresses of a country (ISO 3166-1 alpha-2) are written. */
export function layoutOf(country: string): AddressLayout {
  return LAYOUTS[country] ?? (NO_POSTCODES.has(country) ? WITHOUT_CODE : CONTINENTAL)
}

/** The address as lines under a name, the country's code last. */
export function addressLines({ line1, line2, country, ...rest }: PostalAddress): string[] {
  const place = layoutOf(country).parts.map((part) => rest[part])
  const left = (['postalCode', 'region'] as const).filter((part) => !layoutOf(country).parts.includes(part))
  const line = [...place, ...left.map((part) => rest[part])].filter(Boolean).join(' ')
  return [line1, line2 ?? '', line, country].filter((text) => text !== '')
}
