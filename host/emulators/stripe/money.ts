/** Currencies that Stripe counts in whole units. Its list, not ISO's: Stripe treats ISK and UGX as two-decimal. */
const ZERO_DECIMAL = new Set('bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf'.split(' '))
const THREE_DECIMAL = new Set('bhd jod kwd omr tnd'.split(' '))

/**
 * Smallest charge by currency, in minor units, as https://docs.stripe.com/currencies lists it; for any other currency
 * Stripe converts, here it is 50.
 */
const MINIMUM: Record<string, number> = {
  ...{ gbp: 30, bgn: 100, aed: 200, myr: 200, pln: 200, ron: 200, dkk: 250, nok: 300, sek: 300, hkd: 400 },
  ...{ mxn: 1000, thb: 1000, czk: 1500, huf: 17500 },
}

/** How many digits of an amount are behind the decimal point. */
export function decimalsOf(currency: string): number {
  if (ZERO_DECIMAL.has(currency)) return 0
  return THREE_DECIMAL.has(currency) ? 3 : 2
}

/** An amount of minor units as people read it, e.g. `€48.50` or `¥4,800`. */
export function formatAmount(amountMinor: number, currency: string): string {
  const decimals = decimalsOf(currency)
  return new Intl.NumberFormat('en', {
    style: 'currency',
    currency: currency.toUpperCase(),
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(amountMinor / 10 ** decimals)
}

/** The smallest amount, in minor units, that Stripe lets through. */
export function minimumAmountMinor(currency: string): number {
  return MINIMUM[currency] ?? 50
}

const KNOWN = new Set(Intl.supportedValuesOf('currency').map((code) => code.toLowerCase()))

/** A three-letter currency that Intl knows. */
export function isCurrency(code: string): boolean {
  return KNOWN.has(code)
}
