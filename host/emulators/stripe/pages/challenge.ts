import { brandName } from '../cards'
import { type Answer, htmlAnswer, redirectAnswer } from '../http/answer'
import { parseForm } from '../http/form'
import type { Request } from '../http/request'
import { formatAmount } from '../money'
import type { PaymentIntent } from '../objects'
import { attemptPayment, failChallenge } from '../resources/payment-flow'
import type { Turn } from '../turn'
import { html } from './html'
import { renderPage } from './layout'
import { noticeAnswer } from './notice'
import { answerPay, askForAnotherCard, completeSession } from './pay'

/** The 3-D Secure page of a card that was entered in a Checkout Session. */
export function answerSessionChallenge(turn: Turn, request: Request, sessionId: string): Answer {
  const session = turn.tables.sessions.get(sessionId)
  const intent = turn.tables.intents.get(session?.payment_intent ?? '')
  const isWaiting = session?.status === 'open' && intent?.status === 'requires_action'
  if (!session || !intent || !isWaiting) {
    return session?.status === 'open'
      ? redirectAnswer(`/c/pay/${sessionId}`)
      : answerPay(turn, request, sessionId)
  }
  if (request.method !== 'POST') return challengePage(turn, intent, `/c/pay/${session.id}/challenge`)
  return settleChallenge(turn, request, intent) === 'paid'
    ? completeSession(turn, session, intent)
    : askForAnotherCard(turn, session, intent)
}

/** The 3-D Secure page of an intent that was confirmed through the API; ends at its `return_url`. */
export function answerIntentChallenge(turn: Turn, request: Request, intentId: string): Answer {
  const intent = turn.tables.intents.get(intentId)
  if (!intent?.next_action) {
    return noticeAnswer({
      title: 'Nothing to confirm here',
      text: 'This payment asks for no confirmation (any more).',
      status: 404,
    })
  }
  const returnUrl = intent.next_action.redirect_to_url.return_url
  if (request.method !== 'POST') return challengePage(turn, intent, `/3ds/${intent.id}`)
  const outcome = settleChallenge(turn, request, intent)
  if (!returnUrl) return noticeAnswer({ title: 'Thank you', text: 'You can close this page.' })
  const url = new URL(returnUrl)
  url.searchParams.set('payment_intent', intent.id)
  url.searchParams.set('payment_intent_client_secret', intent.client_secret)
  url.searchParams.set('redirect_status', outcome === 'paid' ? 'succeeded' : 'failed')
  return redirectAnswer(url.href)
}

function settleChallenge(turn: Turn, request: Request, intent: PaymentIntent): 'paid' | 'failed' {
  const method = turn.tables.methods.get(intent.payment_method ?? '')
  const isPassed = parseForm(request.body).outcome === 'complete'
  if (!method || !isPassed) {
    failChallenge(turn, intent)
    return 'failed'
  }
  const options = { wasChallenged: true, challengeUrl: '', returnUrl: null }
  return attemptPayment(turn, intent, method, options) === 'paid' ? 'paid' : 'failed'
}

function challengePage(turn: Turn, intent: PaymentIntent, action: string): Answer {
  const card = turn.tables.methods.get(intent.payment_method ?? '')?.card
  const body = html`<div class="card"><h1>Confirm that it is you</h1>
<p>Your bank asks for 3-D Secure before it allows this payment.</p>
<dl><dt>Amount</dt><dd class="amount">${formatAmount(intent.amount, intent.currency)}</dd>
<dt>Card</dt><dd>${brandName(card?.brand ?? '')} •••• ${card?.last4 ?? ''}</dd></dl>
<form method="post" action="${action}">
<button name="outcome" value="complete">Complete authentication</button>
<button name="outcome" value="fail" class="quiet">Fail authentication</button>
</form></div>`
  return htmlAnswer(renderPage({ title: 'Confirm that it is you', body, narrow: true }))
}
