import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type Attachment = {
  id: string
  filename: string
  contentType: string
  contentId: string | null
  size: number
}
export type Mail = {
  id: string
  createdAt: string
  from: string
  to: string[]
  cc: string[]
  bcc: string[]
  replyTo: string[]
  subject: string
  html: string | null
  text: string | null
  headers: Record<string, string>
  tags: { name: string; value: string }[]
  attachments: Attachment[]
  idempotency: { key: string; fingerprint: string } | null
}
export type SendRequest = Record<string, unknown> & {
  attachments?: { filename?: string; content?: string; content_type?: string; content_id?: string }[]
}

/** The mails of a folder, newest first: one folder a mail, attachments as files beside it. */
export class Mailbox {
  readonly mails: Mail[] = []
  readonly #dir: string

  constructor(dir: string) {
    this.#dir = dir
    mkdirSync(dir, { recursive: true })
    for (const id of readdirSync(dir)) {
      const path = join(dir, id, 'mail.json')
      if (existsSync(path)) this.mails.push(JSON.parse(readFileSync(path, 'utf8')) as Mail)
    }
    this.mails.sort((a, b) => b.createdAt.localeCompare(a.createdAt))
  }

  find(id: string | undefined): Mail | undefined {
    return this.mails.find((mail) => mail.id === id)
  }

  /** The mail sent with this key within the last 24 hours. */
  findByKey(key: string, nowMs: number): Mail | undefined {
    const isRecent = ({ createdAt }: Mail) => nowMs - Date.parse(createdAt) < 24 * 3_600_000
    return this.mails.find((mail) => mail.idempotency?.key === key && isRecent(mail))
  }

  keep(request: SendRequest, idempotency: Mail['idempotency'], now: Date): Mail {
    const id = randomUUID()
    const dir = join(this.#dir, id)
    mkdirSync(dir)
    const attachments = (request.attachments ?? []).map((each) => this.#keepAttachment(dir, each))
    const mail: Mail = {
      id,
      createdAt: now.toISOString(),
      from: String(request.from),
      to: toList(request.to),
      cc: toList(request.cc),
      bcc: toList(request.bcc),
      replyTo: toList(request.reply_to),
      subject: String(request.subject),
      html: (request.html as string | undefined) ?? null,
      text: (request.text as string | undefined) ?? null,
      headers: (request.headers as Record<string, string> | undefined) ?? {},
      tags: (request.tags as Mail['tags'] | undefined) ?? [],
      attachments,
      idempotency,
    }
    writeFileSync(join(dir, 'mail.json'), JSON.stringify(mail, null, 2))
    this.mails.unshift(mail)
    return mail
  }

  readAttachment(mail: Mail, attachment: Attachment): Buffer {
    return readFileSync(join(this.#dir, mail.id, attachment.id))
  }

  #keepAttachment(dir: string, given: NonNullable<SendRequest['attachments']>[number]): Attachment {
    const id = randomUUID()
    const bytes = Buffer.from(given.content ?? '', 'base64')
    writeFileSync(join(dir, id), bytes)
    const filename = given.filename ?? 'attachment'
    const contentType = given.content_type ?? guessType(filename)
    return { id, filename, contentType, contentId: given.content_id ?? null, size: bytes.length }
  }
}

/** Two requests with the same fingerprint ask for the same mail. */
export function fingerprint(body: string): string {
  return createHash('sha256').update(body).digest('hex')
}

/** One or many, as Resend takes addresses. */
export function toList(value: unknown): string[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value.map(String) : [String(value)]
}

function guessType(filename: string): string {
  const types = { pdf: 'application/pdf', png: 'image/png', ics: 'text/calendar', svg: 'image/svg+xml' }
  return types[filename.split('.').at(-1) as keyof typeof types] ?? 'application/octet-stream'
}
