/** What happens when a test card is charged. `dispute`: it pays, and the charge is disputed once captured. */
export type CardBehaviour = {
  challenge: boolean
  decline: CardDecline | null
  dispute: boolean
}

export type CardDecline = { code: string; declineCode: string | null; message: string }

export type TestCard = { number: string; note: string; behaviour: CardBehaviour; alias: string }

const PAYS: CardBehaviour = { challenge: false, decline: null, dispute: false }
const CHALLENGES: CardBehaviour = { ...PAYS, challenge: true }

function declines(declineCode: string, message = 'Your card was declined.'): CardBehaviour {
  return { ...PAYS, decline: { code: 'card_declined', declineCode, message } }
}

function failsWith(code: string, message: string): CardBehaviour {
  return { ...PAYS, decline: { code, declineCode: null, message } }
}

/** Stripe's published test cards that this stand-in knows, with the `pm_card_…` name each has in API calls. */
export const TEST_CARDS: readonly TestCard[] = [
  { number: '4242424242424242', note: 'Visa, pays', behaviour: PAYS, alias: 'visa' },
  { number: '5555555555554444', note: 'Mastercard, pays', behaviour: PAYS, alias: 'mastercard' },
  { number: '378282246310005', note: 'American Express, pays', behaviour: PAYS, alias: 'amex' },
  {
    number: '4000002500003155',
    note: 'asks for 3-D Secure',
    behaviour: CHALLENGES,
    alias: 'authenticationRequiredOnSetup',
  },
  {
    number: '4000002760003184',
    note: 'asks for 3-D Secure',
    behaviour: CHALLENGES,
    alias: 'authenticationRequired',
  },
  {
    number: '4000008400001629',
    note: '3-D Secure, then declined',
    behaviour: { ...declines('generic_decline'), challenge: true },
    alias: 'authenticationRequiredChargeDeclined',
  },
  {
    number: '4000000000000002',
    note: 'declined',
    behaviour: declines('generic_decline'),
    alias: 'chargeDeclined',
  },
  {
    number: '4000000000009995',
    note: 'insufficient funds',
    behaviour: declines('insufficient_funds', 'Your card has insufficient funds.'),
    alias: 'chargeDeclinedInsufficientFunds',
  },
  {
    number: '4000000000009987',
    note: 'lost card',
    behaviour: declines('lost_card'),
    alias: 'chargeDeclinedLostCard',
  },
  {
    number: '4000000000000069',
    note: 'expired card',
    behaviour: failsWith('expired_card', 'Your card has expired.'),
    alias: 'chargeDeclinedExpiredCard',
  },
  {
    number: '4000000000000127',
    note: 'wrong security code',
    behaviour: failsWith('incorrect_cvc', "Your card's security code is incorrect."),
    alias: 'chargeDeclinedIncorrectCvc',
  },
  {
    number: '4000000000000119',
    note: 'processing error',
    behaviour: failsWith(
      'processing_error',
      'An error occurred while processing your card. Try again in a little bit.',
    ),
    alias: 'chargeDeclinedProcessingError',
  },
  {
    number: '4000000000000259',
    note: 'pays, then disputed',
    behaviour: { ...PAYS, dispute: true },
    alias: 'createDispute',
  },
]

const NOT_A_TEST_CARD = declines(
  'test_mode_live_card',
  'Your card was declined. Your request was in test mode, but used a non test card. Use a test card instead.',
)

/** How a card number behaves; a number that is no test card is declined, as Stripe's test mode does. */
export function behaviourOf(number: string): CardBehaviour {
  return TEST_CARDS.find((card) => card.number === number)?.behaviour ?? NOT_A_TEST_CARD
}

/** The card number behind a test payment method such as `pm_card_visa`, or null. */
export function numberOfAlias(paymentMethodId: string): string | null {
  return TEST_CARDS.find((card) => `pm_card_${card.alias}` === paymentMethodId)?.number ?? null
}

/** The network's name as Stripe spells it. */
export function brandOf(number: string): string {
  if (/^4/.test(number)) return 'visa'
  if (/^(5[1-5]|2[2-7])/.test(number)) return 'mastercard'
  if (/^3[47]/.test(number)) return 'amex'
  return 'unknown'
}

/** A network's name as people write it. */
export function brandName(brand: string): string {
  const names: Record<string, string> = { visa: 'Visa', mastercard: 'Mastercard', amex: 'American Express' }
  return names[brand] ?? 'Card'
}

/** The Luhn check digit and the length that the network asks for. */
export function isCardNumber(digits: string): boolean {
  const wanted = brandOf(digits) === 'amex' ? /^\d{15}$/ : /^\d{13,19}$/
  if (!wanted.test(digits)) return false
  const sum = [...digits].reverse().reduce((total, char, index) => {
    const digit = Number(char) * (index % 2 === 1 ? 2 : 1)
    return total + (digit > 9 ? digit - 9 : digit)
  }, 0)
  return sum % 10 === 0
}
