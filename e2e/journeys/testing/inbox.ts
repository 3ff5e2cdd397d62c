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

/** The first mail that comes to an address. */
export async function waitForMail(to: string): Promise<Mail> {
  await expect.poll(async () => (await readInbox(to)).length, { timeout: 20_000 }).toBeGreaterThan(0)
  return (await readInbox(to))[0] as Mail
}

export async function download({ download_url }: { download_url: string }): Promise<Buffer> {
  const response = await fetch(download_url)
  if (!response.ok) throw new Error(`${download_url} answered ${response.status}`)
  return Buffer.from(await response.arrayBuffer())
}
