import { expect } from '@playwright/test'

export type Mail = {
  id: string
  subject: string
  html: string
  text: string
  attachments: {
    filename: string
    content_type: string
    content_id?: string
    size: number
    download_url: string
  }[]
}

/** All mails to an address, newest first, from the local inbox. */
export async function readInbox(to: string): Promise<Mail[]> {
  const response = await fetch(`${process.env.RESEND_BASE_URL}/inbox.json?to=${encodeURIComponent(to)}`)
  return ((await response.json()) as { items: Mail[] }).items
}

/** The newest mail to an address whose subject says so, once one has come. */
export async function waitForMail(to: string, subject = ''): Promise<Mail> {
  const find = async () => (await readInbox(to)).find((mail) => mail.subject.includes(subject))
  await expect.poll(find, { timeout: 20_000 }).toBeDefined()
  return (await find()) as Mail
}

export async function download({ download_url }: { download_url: string }): Promise<Buffer> {
  const response = await fetch(download_url)
  if (!response.ok) throw new Error(`${download_url} answered ${response.status}`)
  return Buffer.from(await response.arrayBuffer())
}

/** The address in a mail that leads to a part of the site: `/orders/`. */
export function linkIn({ html }: Mail, part: string): string {
  const links = [...html.matchAll(/href="([^"]+)"/g)].map(([, link = '']) => link.replaceAll('&amp;', '&'))
  const link = links.find((one) => new URL(one).pathname.startsWith(part))
  if (!link) throw new Error(`No link in this mail leads to ${part}`)
  return link
}
