import jsqr from 'jsqr'
import sharp from 'sharp'
import { describe, expect, it, vi } from 'vitest'
import { writeIn } from '@/lib/i18n/reader-locale'
import {
  sampleCancelledMail as cancelled,
  sampleOrderMail as order,
  mailTickets as tickets,
} from '../testing/sample-mails'
import { hardTickets, sampleTicket } from '../testing/samples'
import { composeCancelledMail, composeOrderMail } from './compose-order-mail'

// Rendering is a burst of CPU, and a busy machine is no failure.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

describe("an order's mail", () => {
  it('carries every ticket as picture and page, the receipt, and an entry for each performance', async () => {
    const { attachments, subject } = await composeOrderMail(order)
    expect(attachments.map((file) => file.filename)).toEqual([
      'ticket-K7M4QX2P-1.png',
      'ticket-K7M4QX2P-2.png',
      'ticket-K7M4QX2P-3.png',
      'tickets-K7M4QX2P.pdf',
      'receipt-K7M4QX2P.pdf',
      'calendar-K7M4QX2P-1.ics',
      'calendar-K7M4QX2P-2.ics',
    ])
    expect(subject).toBe('Your 3 tickets: The Glass Orchard and one more event')
    const calendar = attachments.at(-2)!.content.toString()
    expect(calendar).toContain('DTSTART:20260612T173000Z')
    expect(calendar).toContain(`UID:${tickets[0]!.performanceId}@ticketboss`)
    expect(calendar.replaceAll('\\,', ',')).toContain('Stalls, row F, seat 18')
  })

  it.each([
    ['de', 'Deine 3 Tickets', 'Freitag, 12. Juni 2026'],
    ['es', 'entradas', 'viernes, 12 de junio de 2026'],
    ['fr', 'billets', 'vendredi 12 juin 2026'],
  ])('is written in its reader’s language: %s', async (locale, subject, day) => {
    const mail = await writeIn(locale, () => composeOrderMail(order))
    expect(mail.subject).toContain(subject)
    expect(mail.html).toContain(`lang="${locale}"`)
    expect(mail.text).toContain(day)
  })

  it('shows each attached picture, and its code scans to that ticket', async () => {
    const { html, attachments } = await composeOrderMail(order)
    const shown = [...html.matchAll(/src="cid:([^"]+)"/g)].map((match) => match[1])
    const codes = await Promise.all(
      shown.map(async (cid) => {
        const picture = attachments.find((file) => file.contentId === cid)!
        const raw = await sharp(picture.content)
          .flatten({ background: '#fff' })
          .ensureAlpha()
          .raw()
          .toBuffer({ resolveWithObject: true })
        return jsqr(new Uint8ClampedArray(raw.data), raw.info.width, raw.info.height)?.data
      }),
    )
    expect(codes).toEqual(tickets.map((ticket) => ticket.code))
  })

  it('says the same in plain text, with the address of the order', async () => {
    const { text, html } = await composeOrderMail(order)
    for (const words of ['Stalls, row F, seat 17', '19:30', order.reference, order.orderUrl]) {
      expect(text).toContain(words)
    }
    expect(html).toContain('color-scheme')
    expect(html.length).toBeLessThan(90_000)
  })

  it('is the same mail each time it is composed', async () => {
    const first = await composeOrderMail(order)
    await new Promise((resolve) => setTimeout(resolve, 1100))
    expect(await composeOrderMail(order)).toEqual(first)
  })

  it('never runs what a title or a name says', async () => {
    const evil = hardTickets.map((changes) => sampleTicket(changes))
    const name = '<img src=x onerror=alert(1)>'
    const { html } = await composeOrderMail({ ...order, name, tickets: evil })
    expect(html).not.toContain('<script>')
    expect(html).not.toContain('<img src=x')
  })

  it('refuses to go out without a ticket', async () => {
    await expect(composeOrderMail({ ...order, tickets: [] })).rejects.toThrow('no tickets')
  })
})

describe('the mail of an order that ended', () => {
  it.each(['by_hand', 'expired', 'declined', 'seats_lost'] as const)(
    'says first that nobody was charged (%s)',
    async (reason) => {
      const { subject, text, html } = await composeCancelledMail({ ...cancelled, reason })
      expect(subject).toBe('You were not charged: The Glass Orchard')
      expect(text).toContain('You were not charged.')
      expect(text).toContain('Stalls, row F, seat 18 (gone)')
      expect(html).toContain(cancelled.performances[0]!.seatsUrl)
    },
  )
})
