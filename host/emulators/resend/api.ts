import { fingerprint, type Mail, type Mailbox, type SendRequest, toList } from './mailbox'

export type Fault = { effect: 'fail-before' | 'fail-after' | 'rate-limit'; to?: string; times?: number }
export type ResendState = { mailbox: Mailbox; apiKey: string; url: string; faults: Fault[] }

const maxRecipients = 50
const maxBatch = 100
const maxAttachmentBytes = 40 * 1024 * 1024

/** Resend's API under /emails: send, send a batch, retrieve, list, and a mail's attachments. */
export async function answerApi(state: ResendState, request: Request): Promise<Response> {
  const key = request.headers.get('authorization')
  if (!key) return refuse(401, 'missing_api_key', 'Missing API Key')
  if (key !== `Bearer ${state.apiKey}`) return refuse(400, 'validation_error', 'API key is invalid')
  const [, , id, part, partId] = new URL(request.url).pathname.split('/')
  if (request.method === 'POST' && (!id || id === 'batch')) return send(state, request, id === 'batch')
  if (request.method !== 'GET') return refuse(405, 'method_not_allowed', 'Method not allowed')
  if (!id) return Response.json({ object: 'list', has_more: false, data: state.mailbox.mails.map(viewMail) })
  const mail = state.mailbox.find(id)
  if (!mail) return refuse(404, 'not_found', 'Email not found')
  if (part !== 'attachments') return Response.json(viewMail(mail))
  const attachments = mail.attachments.map((each) => viewAttachment(state.url, mail, each))
  if (!partId) return Response.json({ object: 'list', has_more: false, data: attachments })
  const attachment = attachments.find((each) => each.id === partId)
  return attachment
    ? Response.json({ object: 'attachment', ...attachment })
    : refuse(404, 'not_found', 'Attachment not found')
}

async function send(state: ResendState, request: Request, isBatch: boolean): Promise<Response> {
  const text = await request.text()
  const key = request.headers.get('idempotency-key')
  const earlier = key ? state.mailbox.findByKey(key, Date.now()) : undefined
  if (earlier && earlier.idempotency?.fingerprint !== fingerprint(text)) {
    const message = 'This idempotency key has been used on a request that had a different payload.'
    return refuse(409, 'invalid_idempotent_request', message)
  }
  let asked: SendRequest[]
  try {
    const body = JSON.parse(text) as SendRequest | SendRequest[]
    asked = Array.isArray(body) ? body : [body]
  } catch {
    return refuse(400, 'validation_error', 'Invalid JSON')
  }
  if (asked.length > maxBatch)
    return refuse(422, 'validation_error', `A batch has ${maxBatch} emails at most`)
  const refusal = asked.map(refuseMail).find((each) => each !== null)
  if (refusal) return refusal
  const fault = takeFault(state.faults, asked)
  if (fault?.effect === 'rate-limit') return refuse(429, 'rate_limit_exceeded', 'Too many requests')
  if (fault?.effect === 'fail-before') return refuse(500, 'internal_server_error', 'Fault asked for')
  const idempotency = key ? { key, fingerprint: fingerprint(text) } : null
  const replayed = state.mailbox.mails.filter((mail) => earlier && mail.idempotency?.key === key).reverse()
  const mails = earlier ? replayed : asked.map((each) => state.mailbox.keep(each, idempotency, new Date()))
  if (fault?.effect === 'fail-after') return refuse(500, 'internal_server_error', 'Fault asked for')
  return Response.json(isBatch ? { data: mails.map(({ id }) => ({ id })) } : { id: mails[0]?.id })
}

function refuseMail(mail: SendRequest): Response | null {
  for (const field of ['from', 'to', 'subject']) {
    if (!mail[field]) return refuse(422, 'missing_required_field', `Missing \`${field}\` field.`)
  }
  if (!mail.html && !mail.text) return refuse(422, 'validation_error', 'Missing `html` or `text` field.')
  const to = toList(mail.to)
  if (to.length > maxRecipients) {
    return refuse(422, 'validation_error', `The \`to\` field has ${maxRecipients} recipients at most.`)
  }
  if (![String(mail.from), ...to].every(isAddress)) {
    const message = 'Invalid address: it needs to follow `email@example.com` or `Name <email@example.com>`.'
    return refuse(422, 'validation_error', message)
  }
  const bytes = (mail.attachments ?? []).reduce((sum, { content = '' }) => sum + (content.length * 3) / 4, 0)
  return bytes > maxAttachmentBytes ? refuse(413, 'validation_error', 'Attachments exceed 40 MB.') : null
}

function isAddress(text: string): boolean {
  return /^([^<>]*<)?[^\s<>@]+@[^\s<>@]+\.[^\s<>@]+>?$/.test(text)
}

function takeFault(faults: Fault[], mails: SendRequest[]): Fault | undefined {
  const recipients = mails.flatMap(({ to }) => toList(to))
  const fault = faults.find(
    ({ to = '', times = 1 }) => times > 0 && recipients.some((each) => new RegExp(to).test(each)),
  )
  if (fault?.times !== undefined) fault.times -= 1
  return fault
}

function viewMail(mail: Mail) {
  const { id, createdAt, from, to, subject, html, text, tags } = mail
  const others = {
    cc: mail.cc,
    bcc: mail.bcc,
    reply_to: mail.replyTo,
    scheduled_at: null,
    last_event: 'delivered',
  }
  const message_id = `<${id}@resend.example>`
  return {
    object: 'email',
    id,
    message_id,
    created_at: createdAt,
    from,
    to,
    subject,
    html,
    text,
    tags,
    ...others,
  }
}

/** An attachment as Resend tells of it, with the address of its bytes. */
export function viewAttachment(url: string, mail: Mail, attachment: Mail['attachments'][number]) {
  const { id, filename, contentType, contentId, size } = attachment
  return {
    id,
    filename,
    size,
    content_type: contentType,
    content_disposition: contentId ? 'inline' : 'attachment',
    ...(contentId ? { content_id: contentId } : {}),
    download_url: `${url}/inbox/${mail.id}/${id}`,
    expires_at: new Date(Date.now() + 3_600_000).toISOString(),
  }
}

function refuse(statusCode: number, name: string, message: string): Response {
  return Response.json({ statusCode, name, message }, { status: statusCode })
}
