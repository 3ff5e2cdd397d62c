import { brandOf, isCardNumber } from '../cards'
import { parseForm } from '../http/form'

export const PAY_FIELDS = ['email', 'number', 'expiry', 'cvc', 'name'] as const
export type PayField = (typeof PAY_FIELDS)[number]
export type PayValues = Record<PayField, string>
export type PayErrors = Partial<PayValues>
export type CardEntered = { email: string; number: string; expMonth: number; expYear: number; name: string }

/** Which card: one that is kept, by its id, or the one that is typed, to be kept or not. */
export type CardChoice = { keptId: string | null; isToKeep: boolean }

export function readCardChoice(body: string): CardChoice {
  const { kept, keep } = parseForm(body)
  return {
    keptId: typeof kept === 'string' && kept.startsWith('pm_') ? kept : null,
    isToKeep: keep === 'yes',
  }
}

/** What was typed, trimmed; fields that are missing are empty. */
export function readPayForm(body: string): PayValues {
  const form = parseForm(body)
  const value = (field: PayField) => (typeof form[field] === 'string' ? form[field].trim().slice(0, 200) : '')
  return {
    email: value('email'),
    number: value('number'),
    expiry: value('expiry'),
    cvc: value('cvc'),
    name: value('name'),
  }
}

/** Checks what was typed; `now` in Unix seconds decides whether a card is past its date. */
export function checkPayForm(values: PayValues, now: number): { errors: PayErrors; card: CardEntered } {
  const number = values.number.replace(/[\s-]/g, '')
  const expiry = readExpiry(values.expiry)
  const errors: PayErrors = {}
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(values.email))
    errors.email = 'Enter an email address like ada@example.com.'
  if (!number) errors.number = 'Enter your card number.'
  else if (!isCardNumber(number)) errors.number = 'Your card number is invalid.'
  if (!expiry) errors.expiry = "Enter your card's expiry as MM / YY."
  else if (isPast(expiry, now)) errors.expiry = "Your card's expiration date is in the past."
  const cvcLength = brandOf(number) === 'amex' ? 4 : 3
  if (!new RegExp(`^\\d{${cvcLength}}$`).test(values.cvc)) {
    errors.cvc = `Enter the ${cvcLength}-digit security code.`
  }
  if (!values.name) errors.name = 'Enter the name on the card.'
  const { month, year } = expiry ?? { month: 0, year: 0 }
  return { errors, card: { email: values.email, number, expMonth: month, expYear: year, name: values.name } }
}

function readExpiry(typed: string): { month: number; year: number } | null {
  const match = /^(\d{1,2})\s*\/\s*(\d{2}|20\d{2})$/.exec(typed) ?? /^(\d{2})\s*(\d{2})$/.exec(typed)
  const month = Number(match?.[1])
  const year = Number(match?.[2]) % 100
  return match && month >= 1 && month <= 12 ? { month, year: 2000 + year } : null
}

function isPast({ month, year }: { month: number; year: number }, now: number): boolean {
  return Date.UTC(year, month) <= now * 1000
}
