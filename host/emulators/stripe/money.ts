/** Currencies that Stripe counts in whole units. Its list, not ISO's: Stripe treats ISK and UGX as two-decimal. */
const ZERO_DECIMAL = new Set('bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf'.split(' '))
const THREE_DECIMAL = new Set('bhd jod kwd omr tnd'.split(' '))

/** Smallest charge by currency, in minor units; 50 where Stripe publishes nothing else. */
const MINIMUM: Record<string, number> = {
  gbp: 30,
  jpy: 50,
  dkk: 250,
  nok: 300,
  sek: 300,
  czk: 1500,
  huf: 17500,
  pln: 200,
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
