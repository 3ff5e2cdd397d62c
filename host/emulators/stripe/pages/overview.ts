import { type Answer, htmlAnswer } from '../http/answer'
import { formatAmount } from '../money'
import type { Turn } from '../turn'
import { type Html, html } from './html'
import { renderPage } from './layout'

const SHOWN = 25

/** `/`: what the stand-in holds, for people who wonder what happened. */
export function answerOverview({ tables }: Turn): Answer {
  const intents = newest(tables.intents).map(
    (intent) => html`<tr><td><code>${intent.id}</code></td>
<td class="amount">${formatAmount(intent.amount, intent.currency)}</td><td>${intent.status}</td><td>${timeOf(intent)}</td></tr>`,
  )
  const refunds = newest(tables.refunds).map(
    (refund) => html`<tr><td><code>${refund.payment_intent}</code></td>
<td class="amount">${formatAmount(refund.amount, refund.currency)}</td><td>${refund.status}</td><td>${timeOf(refund)}</td></tr>`,
  )
  const events = newest(tables.events).map((event) => {
    const delivery = tables.deliveries.get(event.id)
    const state = delivery ? `${delivery.state}${delivery.lastStatus ? ` (${delivery.lastStatus})` : ''}` : ''
    return html`<tr><td><code>${event.id}</code></td><td>${event.type}</td><td>${state}</td><td>${timeOf(event)}</td></tr>`
  })
  const body = html`<h1 class="plain">What happened here</h1>
<h2>Payments</h2>${table('Payments', ['Payment', 'Amount', 'Status', 'Time (UTC)'], intents)}
<h2>Refunds</h2>${table('Refunds', ['Payment', 'Amount', 'Status', 'Time (UTC)'], refunds)}
<h2>Events</h2>${table('Events', ['Event', 'Type', 'Webhook', 'Time (UTC)'], events)}`
  return htmlAnswer(renderPage({ title: 'Payments', body }))
}

function table(name: string, heads: string[], rows: Html[]): Html {
  if (rows.length === 0) return html`<p class="note">None yet.</p>`
  const cells = heads.map((head) => html`<th scope="col">${head}</th>`)
  return html`<div class="scroll" role="region" aria-label="${name}" tabindex="0"><table><thead><tr>${cells}</tr></thead><tbody>${rows}</tbody></table></div>`
}

function newest<T>(rows: Map<string, T>): T[] {
  return [...rows.values()].reverse().slice(0, SHOWN)
}

function timeOf({ created }: { created: number }): string {
  return new Date(created * 1000).toISOString().slice(0, 19).replace('T', ' ')
}
