/** An amount of money: whole minor units of an ISO 4217 currency (4500 EUR is €45.00, 4500 JPY is ¥4,500). */
export type Money = { amount: number; currency: string }

/** How many decimals a currency has, as `Intl` knows it. */
function fractionDigitsOf(currency: string): number {
  return (
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  )
}

/** `€45.00`, `¥4,500`; decimals are left out where they are all zero and `short` is asked. */
export function formatMoney({ amount, currency }: Money, locale = 'en', { short = false } = {}): string {
  const digits = fractionDigitsOf(currency)
  const whole = amount % 10 ** digits === 0
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    ...(short && whole ? { minimumFractionDigits: 0, maximumFractionDigits: 0 } : {}),
  }).format(amount / 10 ** digits)
}

/** The sum of amounts, all of them minor units of `currency`. */
export function sumMoney(amounts: number[], currency: string): Money {
  return { amount: amounts.reduce((sum, amount) => sum + amount, 0), currency }
}
