import { TEST_CARDS } from '../cards'
import { formatAmount } from '../money'
import type { CheckoutSession, PaymentMethod } from '../objects'
import { canKeep, keptCards } from '../resources/customers'
import type { Turn } from '../turn'
import { type Html, html } from './html'
import { renderPage } from './layout'
import type { PayErrors, PayField, PayValues } from './pay-form'
import { PAY_SCRIPT } from './pay-script'

export type PayPageState = {
  values: PayValues
  errors: PayErrors
  declined: string | null
  fixedEmail: boolean
}

type FieldLook = {
  label: string
  autocomplete: string
  placeholder?: string
  type?: string
  inputmode?: string
}

const LOOKS: Record<PayField, FieldLook> = {
  email: { label: 'Email', autocomplete: 'email', type: 'email', inputmode: 'email' },
  number: {
    label: 'Card number',
    autocomplete: 'cc-number',
    placeholder: '1234 1234 1234 1234',
    inputmode: 'numeric',
  },
  expiry: { label: 'Expiry', autocomplete: 'cc-exp', placeholder: 'MM / YY', inputmode: 'numeric' },
  cvc: { label: 'Security code', autocomplete: 'cc-csc', placeholder: 'CVC', inputmode: 'numeric' },
  name: { label: 'Name on card', autocomplete: 'cc-name' },
}

/** The page where a card is entered. */
export function renderPayPage(turn: Turn, session: CheckoutSession, state: PayPageState): string {
  const total = formatAmount(session.amount_total, session.currency)
  const title = `${Object.keys(state.errors).length > 0 || state.declined ? 'Error: ' : ''}Pay ${total}`
  const body = html`
${session.cancel_url && html`<a class="back" href="${session.cancel_url}">← Back to ${turn.merchant ?? hostOf(session.cancel_url)}</a>`}
<div class="columns">
<section aria-label="Order">${renderSummary(turn, session, total)}</section>
<section class="card" aria-labelledby="pay-heading">
<h2 id="pay-heading">Pay by card</h2>
${renderForm(turn, session, state, total)}
${renderTestCards()}
</section>
</div>`
  return renderPage({ title, body, script: PAY_SCRIPT })
}

function renderSummary(turn: Turn, session: CheckoutSession, total: string): Html {
  const items = (turn.tables.lineItems.get(session.id) ?? []).map((item) => {
    const about = turn.tables.products.get(item.price.product)?.description
    return html`<li><div><div class="name">${item.description}</div>
${about && html`<div class="about">${about}</div>`}
${item.quantity > 1 && html`<div class="about">${item.quantity} × ${formatAmount(item.price.unit_amount, item.currency)}</div>`}
</div><div class="amount">${formatAmount(item.amount_total, item.currency)}</div></li>`
  })
  const minutes = Math.max(1, Math.round((session.expires_at - turn.now) / 60))
  const left =
    minutes > 90 ? `${Math.round(minutes / 60)} hours` : `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`
  return html`<h1>Pay ${turn.merchant ?? hostOf(session.success_url)}</h1>
<p class="total">${total}</p>
<ul class="items">${items}</ul>
<p class="note">This page stays open for at most ${left}.</p>`
}

function renderForm(turn: Turn, session: CheckoutSession, state: PayPageState, total: string): Html {
  const isManual = turn.tables.sessionPlans.get(session.id)?.capture_method === 'manual'
  const kept = keptCards(turn, session.customer)
  const firstWrong = Object.keys(state.errors)[0]
  const field = (name: PayField) => renderField(name, state, name === firstWrong)
  const verb = session.submit_type === 'book' ? 'Book' : 'Pay'
  return html`
${state.declined && html`<p class="alert" role="alert">${state.declined} You have not been charged.</p>`}
<form method="post" action="/c/pay/${session.id}" novalidate data-pay>
${field('email')}
${kept.length > 0 && renderKept(kept)}
<div class="typed">
${field('number')}
<div class="pair">${field('expiry')}${field('cvc')}</div>
${field('name')}
${canKeep(session) && html`<label class="pick"><input type="checkbox" name="keep" value="yes"> Save this card for next time</label>`}
</div>
<button type="submit">${verb} ${total}</button>
${isManual && html`<p class="note">Your bank reserves the amount now. It is charged only once you confirm the purchase.</p>`}
</form>`
}

/** The cards that are kept, the newest chosen; typing another stays open where something typed was wrong. */
function renderKept(kept: PaymentMethod[]): Html {
  const rows = kept.toReversed().map(
    ({ id, card }, i) => html`<label class="pick">
<input type="radio" name="kept" value="${id}" ${i === 0 && html`checked`}> ${card.brand} ending ${card.last4}</label>`,
  )
  return html`<fieldset class="field"><legend>Card</legend>${rows}
<label class="pick"><input type="radio" name="kept" value="new"> Another card</label></fieldset>`
}

function renderField(name: PayField, { values, errors, fixedEmail }: PayPageState, focus: boolean): Html {
  const look = LOOKS[name]
  const error = errors[name]
  return html`<div class="field"><label for="${name}">${look.label}</label>
<input id="${name}" name="${name}" value="${values[name]}" type="${look.type ?? 'text'}" autocomplete="${look.autocomplete}"
 class="${look.inputmode === 'numeric' ? 'numeric' : ''}" required
 ${look.inputmode && html`inputmode="${look.inputmode}"`} ${look.placeholder && html`placeholder="${look.placeholder}"`}
 ${name === 'email' && fixedEmail && html`readonly`} ${focus && html`autofocus`}
 ${error && html`aria-invalid="true" aria-describedby="${name}-error"`}>
${error && html`<p class="error" id="${name}-error">${error}</p>`}</div>`
}

function renderTestCards(): Html {
  const rows = TEST_CARDS.map(
    (card) =>
      html`<tr><td><code data-card="${card.number}">${spaced(card.number)}</code></td><td>${card.note}</td></tr>`,
  )
  return html`<details><summary>Test cards</summary>
<p class="note">Any expiry to come, any security code, any name.</p>
<div class="scroll"><table><thead><tr><th scope="col">Number</th><th scope="col">What it does</th></tr></thead>
<tbody>${rows}</tbody></table></div></details>`
}

function spaced(number: string): string {
  return number.length === 15
    ? number.replace(/^(.{4})(.{6})(.{5})$/, '$1 $2 $3')
    : number.replace(/(.{4})(?=.)/g, '$1 ')
}

/** The shop's address, as a name to call it by. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url
}
