import { answerPage, escapeHtml } from '../page'
import { type ResendState, viewAttachment } from './api'
import type { Mail } from './mailbox'

/**
 * The inbox that a person, or a test, opens instead of a mail program:
 * - `/` lists the mails, `/?to=ada@example.com` those to one address; `/inbox/<id>` shows one;
 * - `/inbox.json?to=` tells the same to tests, newest first, whole mails with their attachments' addresses;
 * - `/inbox/<id>/html` is the mail's HTML with its inline images, `/inbox/<id>/<attachment>` an attachment's bytes.
 */
export function answerInbox(state: ResendState, request: Request): Response {
  const { pathname, searchParams } = new URL(request.url)
  const [, , id, part] = pathname.split('/')
  const mails = filterByRecipient(state.mailbox.mails, searchParams.get('to'))
  if (pathname === '/') return showList(mails, searchParams.get('to'))
  if (pathname === '/inbox.json')
    return Response.json({ items: mails.map((mail) => withAddresses(state, mail)) })
  const mail = state.mailbox.find(id)
  if (!mail) return answerPage('No such mail', '<p><a href="/">All mails</a></p>', 404)
  if (!part) return showMail(mail)
  if (part === 'html') return showHtml(state, mail)
  const attachment = mail.attachments.find((each) => each.id === part)
  if (!attachment) return answerPage('No such attachment', '', 404)
  const name = encodeURIComponent(attachment.filename)
  const headers = {
    'content-type': attachment.contentType,
    'content-disposition': `inline; filename*=UTF-8''${name}`,
  }
  return new Response(new Uint8Array(state.mailbox.readAttachment(mail, attachment)), { headers })
}

function filterByRecipient(mails: Mail[], to: string | null): Mail[] {
  return to
    ? mails.filter((mail) => mail.to.some((each) => each.toLowerCase().includes(to.toLowerCase())))
    : mails
}

function withAddresses(state: ResendState, mail: Mail) {
  return { ...mail, attachments: mail.attachments.map((each) => viewAttachment(state.url, mail, each)) }
}

function showList(mails: Mail[], to: string | null): Response {
  const items = mails.map(
    ({ id, subject, to: recipients, createdAt, attachments }) =>
      `<li><h2><a href="/inbox/${id}">${escapeHtml(subject)}</a></h2>
      <p class="quiet">to ${escapeHtml(recipients.join(', '))}, <time>${createdAt}</time>${
        attachments.length > 0 ? `, ${attachments.length} attached` : ''
      }</p></li>`,
  )
  const body =
    items.length > 0 ? `<ul>${items.join('')}</ul>` : '<p>No mail yet. It appears here once it is sent.</p>'
  return answerPage(to ? `Inbox of ${to}` : 'Inbox', body)
}

function showMail(mail: Mail): Response {
  const files = mail.attachments.map(
    ({ id, filename, size }) =>
      `<a href="/inbox/${mail.id}/${id}">${escapeHtml(filename)} <span class="quiet">${Math.ceil(size / 1024)} kB</span></a>`,
  )
  const body = mail.html
    ? `<iframe title="The mail" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/inbox/${mail.id}/html"></iframe>`
    : `<pre class="card">${escapeHtml(mail.text ?? '')}</pre>`
  return answerPage(
    mail.subject,
    `<p><a href="/">All mails</a></p><p class="quiet">from ${escapeHtml(mail.from)}<br>to ${escapeHtml(mail.to.join(', '))}<br>
    <time>${mail.createdAt}</time></p><div class="files">${files.join('')}</div>${body}`,
  )
}

/** Mail programs resolve `cid:` to the attachment of that name; here it becomes an address. Links open outside. */
function showHtml(state: ResendState, mail: Mail): Response {
  const html = mail.attachments.reduce(
    (text, { id, contentId }) =>
      contentId ? text.replaceAll(`cid:${contentId}`, `${state.url}/inbox/${mail.id}/${id}`) : text,
    mail.html ?? '',
  )
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "script-src 'none'",
  }
  return new Response(`<base target="_blank">${html}`, { headers })
}
