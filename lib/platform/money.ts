/**
 * An amount of money: whole minor units as Stripe counts them (4500 EUR is €45.00, 4500 JPY is ¥4,500, 450000 HUF is
 * Ft 4,500).
 */
export type Money = { amount: number; currency: string }

/**
 * Stripe's lists (docs.stripe.com/currencies), not those of `Intl`: that has no decimals for currencies whose coins are
 * out of use (HUF, IDR, ISK …), and whoever believed it would charge a hundredth of the price.
 */
const NO_DECIMALS = new Set('BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF'.split(' '))
const THREE_DECIMALS = new Set('BHD JOD KWD OMR TND'.split(' '))

/** How many decimals the minor unit of a currency stands for. */
export function decimalsOf(currency: string): number {
  if (NO_DECIMALS.has(currency)) return 0
  return THREE_DECIMALS.has(currency) ? 3 : 2
}

/**
 * `€45.00`, `¥4,500`; decimals are left out where they are all zero and `short` is asked, or nobody writes them in that
 * currency (`HUF 4,500`).
 */
export function formatMoney({ amount, currency }: Money, locale = 'en', { short = false } = {}): string {
  const digits = decimalsOf(currency)
  const isWhole = amount % 10 ** digits === 0
  const style = { style: 'currency', currency } as const
  const written = new Intl.NumberFormat(locale, style).resolvedOptions().maximumFractionDigits ?? digits
  const decimals = isWhole && (short || written === 0) ? 0 : digits
  return new Intl.NumberFormat(locale, {
    ...style,
    ...{ minimumFractionDigits: decimals, maximumFractionDigits: decimals },
  }).format(amount / 10 ** digits)
}

/** The sum of amounts, all of them minor units of `currency`. */
export function sumMoney(amounts: number[], currency: string): Money {
  return { amount: amounts.reduce((sum, amount) => sum + amount, 0), currency }
}
