import { type Answer, htmlAnswer } from '../http/answer'
import { html } from './html'
import { renderPage } from './layout'

export type Notice = {
  title: string
  text: string
  link?: { href: string; label: string } | null
  status?: number
}

/** A page that says one thing, and where to go from there. */
export function noticeAnswer({ title, text, link, status = 200 }: Notice): Answer {
  const body = html`<div class="card"><h1>${title}</h1><p>${text}</p>
${link && html`<a class="button" href="${link.href}">${link.label}</a>`}</div>`
  return htmlAnswer(renderPage({ title, body, narrow: true }), status)
}
