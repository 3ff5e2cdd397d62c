import { cardFields } from '@/host/emulators/stripe/testing'

/** What a buyer's browser does on the hosted payment page: posts the form. Returns where it is sent on to. */
export async function payOnline(paymentUrl: string, number = '4242424242424242'): Promise<string> {
  const body = new URLSearchParams(cardFields(number))
  const response = await fetch(paymentUrl, { method: 'POST', body, redirect: 'manual' })
  const location = response.headers.get('location')
  if (response.status !== 303 || !location) throw new Error(`The payment page answered ${response.status}`)
  return location
}
