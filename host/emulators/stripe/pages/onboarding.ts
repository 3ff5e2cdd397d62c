import { type Answer, htmlAnswer, redirectAnswer } from '../http/answer'
import { parseForm } from '../http/form'
import type { Request } from '../http/request'
import type { Account } from '../objects'
import { onboardAccount } from '../resources/accounts'
import type { Turn } from '../turn'
import { html } from './html'
import { renderPage } from './layout'
import { noticeAnswer } from './notice'

/** Where an organizer tells Stripe who they are. A used or old link leads to its `refresh_url`, as at Stripe. */
export function answerOnboarding(turn: Turn, request: Request, token: string): Answer {
  const link = turn.tables.accountLinks.get(token)
  const account = turn.tables.accounts.get(link?.account ?? '')
  if (!link || !account) {
    const text = 'Go back to where you came from and start again.'
    return noticeAnswer({ title: 'There is no such onboarding page', text, status: 404 })
  }
  if (request.method !== 'POST') {
    if (link.used || link.expiresAt <= turn.now) return redirectAnswer(link.refreshUrl)
    link.used = true
    return htmlAnswer(renderOnboarding(account, token, {}))
  }
  return submitOnboarding(turn, request, account, link)
}

type Link = { token: string; returnUrl: string }

function submitOnboarding(turn: Turn, request: Request, account: Account, link: Link): Answer {
  const form = parseForm(request.body)
  if (form.action === 'later') return redirectAnswer(link.returnUrl)
  const name = typeof form.business_name === 'string' ? form.business_name.trim().slice(0, 200) : ''
  const iban = typeof form.bank_account === 'string' ? form.bank_account.replace(/\s/g, '') : ''
  const errors: Errors = {}
  if (!name) errors.business_name = 'Enter the name of your business.'
  if (!/^[A-Z0-9]{8,34}$/i.test(iban))
    errors.bank_account = 'Enter an account number or IBAN of 8 to 34 characters.'
  if (Object.keys(errors).length > 0)
    return htmlAnswer(renderOnboarding(account, link.token, errors, name, iban), 422)
  onboardAccount(turn, account, name)
  return redirectAnswer(link.returnUrl)
}

type Errors = { business_name?: string; bank_account?: string }

function renderOnboarding(
  account: Account,
  token: string,
  errors: Errors,
  name?: string,
  iban?: string,
): string {
  const field = (id: keyof Errors, label: string, value: string) => html`<div class="field">
<label for="${id}">${label}</label><input id="${id}" name="${id}" value="${value}" required
 ${errors[id] && html`aria-invalid="true" aria-describedby="${id}-error"`}>
${errors[id] && html`<p class="error" id="${id}-error">${errors[id]}</p>`}</div>`
  const body = html`<div class="card"><h1>Get paid</h1>
<p>Tell us who you are and where your money goes. The test values will do.</p>
<form method="post" action="/connect/onboarding/${token}" novalidate>
${field('business_name', 'Business name', name ?? account.business_profile.name ?? 'Example Productions')}
${field('bank_account', 'Bank account', iban ?? 'DE89370400440532013000')}
<button name="action" value="submit">Agree and submit</button>
<button name="action" value="later" class="quiet">Save for later</button>
</form>
<p class="note">Account ${account.id}, ${account.country}</p></div>`
  return renderPage({ title: 'Get paid', body, narrow: true })
}
