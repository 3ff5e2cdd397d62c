import { describe, expect, it, vi } from 'vitest'
import { hardTickets, sampleReceipt, sampleTicket } from '../testing/samples'
import { renderReceiptPdf } from './receipt-pdf'
import { renderTicketPdf } from './ticket-pdf'

// Rendering is a burst of CPU, and a busy machine is no failure.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const pageCount = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0

describe('ticket PDF', () => {
  it('has a page a ticket, with its fonts inside', async () => {
    const pdf = await renderTicketPdf([sampleTicket(), sampleTicket(), sampleTicket()])
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.subarray(-6).toString()).toContain('%%EOF')
    expect(pageCount(pdf)).toBe(3)
    expect(pdf.toString('latin1')).toContain('BricolageGrotesque')
    expect(pdf.toString('latin1')).toContain('FontFile2')
  })

  it('is the same file for the same ticket, whenever it is drawn', async () => {
    const ticket = sampleTicket()
    const first = await renderTicketPdf([ticket])
    await new Promise((resolve) => setTimeout(resolve, 1100))
    expect((await renderTicketPdf([ticket])).equals(first)).toBe(true)
    expect((await renderTicketPdf([sampleTicket()])).equals(first)).toBe(false)
  })

  it('takes long names, other scripts, general admission and yen', async () => {
    const pdf = await renderTicketPdf(hardTickets.map((changes) => sampleTicket(changes)))
    expect(pageCount(pdf)).toBe(hardTickets.length)
  })

  it('refuses to be empty', async () => {
    await expect(renderTicketPdf([])).rejects.toThrow('at least one')
  })
})

describe('receipt PDF', () => {
  it('goes on over as many pages as its lines need, and is the same file each time', async () => {
    const lines = Array.from({ length: 30 }, () => sampleReceipt().lines[0]!)
    const long = await renderReceiptPdf(sampleReceipt({ lines }))
    expect(pageCount(long)).toBeGreaterThan(2)
    expect((await renderReceiptPdf(sampleReceipt({ lines }))).equals(long)).toBe(true)
    expect(pageCount(await renderReceiptPdf(sampleReceipt()))).toBe(1)
  })

  it('can be for nothing', async () => {
    const free = sampleReceipt({ payment: null, total: { amount: 0, currency: 'JPY' } })
    expect(pageCount(await renderReceiptPdf(free))).toBe(1)
  })
})
