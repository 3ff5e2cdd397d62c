import { type Answer, htmlAnswer, redirectAnswer } from '../http/answer'
import type { Request } from '../http/request'
import type { CheckoutSession, PaymentIntent, PaymentMethod } from '../objects'
import { createPaymentMethod, NO_BILLING } from '../resources/cards-on-file'
import { customerDetails } from '../resources/checkout-sessions'
import { canKeep, createCustomer, keptCards } from '../resources/customers'
import { attemptPayment } from '../resources/payment-flow'
import { createIntent } from '../resources/payment-intents'
import type { Turn } from '../turn'
import { noticeAnswer } from './notice'
import { type CardEntered, checkPayForm, type PayValues, readCardChoice, readPayForm } from './pay-form'
import { hostOf, type PayPageState, renderPayPage } from './pay-page'

/** The hosted payment page of a Checkout Session: GET shows it, POST takes the card. */
export function answerPay(turn: Turn, request: Request, sessionId: string): Answer {
  const session = turn.tables.sessions.get(sessionId)
  if (!session) return unknownPage()
  if (session.status === 'complete' && request.method === 'POST') return redirectAnswer(successUrl(session))
  if (session.status !== 'open') return closedPage(turn, session)
  if (request.method !== 'POST') return openPage(turn, session)
  const { keptId, isToKeep } = readCardChoice(request.body)
  const kept = keptCards(turn, session.customer).find((method) => method.id === keptId)
  if (kept) return payWithMethod(turn, session, kept)
  const values = readPayForm(request.body)
  const email = knownEmail(turn, session)
  if (email) values.email = email
  const { errors, card } = checkPayForm(values, turn.now)
  if (Object.keys(errors).length > 0) return showForm(turn, session, { values, errors })
  return payWithCard(turn, session, { card, isToKeep, values })
}

/** Ends the session as paid, and sends the browser back to the shop. */
export function completeSession(turn: Turn, session: CheckoutSession, intent: PaymentIntent): Answer {
  const charge = turn.tables.charges.get(intent.latest_charge ?? '')
  const { email = null, name = null } = charge?.billing_details ?? {}
  const method = turn.tables.methods.get(intent.payment_method ?? '')
  if (method?.allow_redisplay === 'always' && !method.customer) method.customer = session.customer
  session.status = 'complete'
  session.url = null
  session.payment_status = intent.status === 'succeeded' ? 'paid' : 'unpaid'
  session.customer_details = customerDetails(email, name)
  turn.emit('checkout.session.completed', session)
  return redirectAnswer(successUrl(session))
}

/** Another card, please: the form again, with what went wrong. */
export function askForAnotherCard(
  turn: Turn,
  session: CheckoutSession,
  intent: PaymentIntent,
  values?: PayValues,
): Answer {
  const error = intent.last_payment_error
  const declined =
    error?.code === 'payment_intent_authentication_failure'
      ? 'We could not confirm that it is you. Try again, or use another card.'
      : (error?.message ?? 'Your card was declined.')
  return showForm(turn, session, { declined, ...(values ? { values } : {}) })
}

type Typed = { card: CardEntered; isToKeep: boolean; values: PayValues }

/** A card that is to be kept hangs on the customer from the moment it was accepted. */
function payWithCard(turn: Turn, session: CheckoutSession, { card, isToKeep, values }: Typed): Answer {
  const billing = { ...NO_BILLING, email: card.email, name: card.name }
  const method = createPaymentMethod(turn, { ...card, billing })
  if (isToKeep && canKeep(session)) method.allow_redisplay = 'always'
  return payWithMethod(turn, session, method, values)
}

function payWithMethod(
  turn: Turn,
  session: CheckoutSession,
  method: PaymentMethod,
  values?: PayValues,
): Answer {
  const { email, name } = method.billing_details
  const intent = intentOf(turn, session, { email: email ?? '', name: name ?? '' })
  const challengeUrl = `${turn.publicUrl}/c/pay/${session.id}/challenge`
  const outcome = attemptPayment(turn, intent, method, { challengeUrl, returnUrl: successUrl(session) })
  if (outcome === 'challenge') return redirectAnswer(challengeUrl)
  if (outcome === 'declined') return askForAnotherCard(turn, session, intent, values)
  return completeSession(turn, session, intent)
}

/** The session's intent, made with the first card that is tried and kept for the next one. */
function intentOf(
  turn: Turn,
  session: CheckoutSession,
  card: Pick<CardEntered, 'email' | 'name'>,
): PaymentIntent {
  const known = turn.tables.intents.get(session.payment_intent ?? '')
  if (known) return known
  const plan = turn.tables.sessionPlans.get(session.id)
  if (!session.customer && (session.customer_creation === 'always' || plan?.setup_future_usage)) {
    session.customer = createCustomer(turn, { email: card.email, name: card.name }).id
  }
  const { amount_total: amount, currency, customer } = session
  const intent = createIntent(turn, { ...plan, amount, currency, customer })
  session.payment_intent = intent.id
  return intent
}

function openPage(turn: Turn, session: CheckoutSession): Answer {
  const intent = turn.tables.intents.get(session.payment_intent ?? '')
  return intent?.last_payment_error ? askForAnotherCard(turn, session, intent) : showForm(turn, session, {})
}

function showForm(turn: Turn, session: CheckoutSession, state: Partial<PayPageState>): Answer {
  const email = knownEmail(turn, session)
  const values = state.values ?? { email: email ?? '', number: '', expiry: '', cvc: '', name: '' }
  const full = { errors: {}, declined: null, fixedEmail: email !== null, ...state, values }
  return htmlAnswer(renderPayPage(turn, session, full), state.errors || state.declined ? 422 : 200)
}

/** The email that the shop has told; the buyer cannot change it, as at Stripe. */
function knownEmail(turn: Turn, session: CheckoutSession): string | null {
  return session.customer_email ?? turn.tables.customers.get(session.customer ?? '')?.email ?? null
}

function successUrl(session: CheckoutSession): string {
  return session.success_url.replaceAll('{CHECKOUT_SESSION_ID}', session.id)
}

function closedPage(turn: Turn, session: CheckoutSession): Answer {
  if (session.status === 'complete') {
    const link = { href: successUrl(session), label: `Go to ${turn.merchant ?? hostOf(session.success_url)}` }
    return noticeAnswer({
      title: 'This is done',
      text: 'The payment for this order has gone through already.',
      link,
    })
  }
  const link = session.cancel_url
    ? { href: session.cancel_url, label: `Back to ${turn.merchant ?? hostOf(session.cancel_url)}` }
    : null
  const text = 'Its time is over, or the order was given up. Your card was not charged.'
  return noticeAnswer({ title: 'This payment page has expired', text, link, status: 410 })
}

function unknownPage(): Answer {
  const text = 'Check the address, or go back to the shop and start the payment again.'
  return noticeAnswer({ title: 'There is no such payment page', text, status: 404 })
}
