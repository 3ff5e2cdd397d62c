import jsqr from 'jsqr'
import sharp from 'sharp'
import { describe, expect, it, vi } from 'vitest'
import { verifyTicketCode } from '../codes/rules'
import { hardTickets, sampleKeys, sampleTicket } from '../testing/samples'
import { renderTicketImage } from './ticket-image'

// Rendering is a burst of CPU, and a busy machine is no failure.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

async function readQr(png: Buffer, widthPx: number): Promise<string | undefined> {
  const image = sharp(png).resize(widthPx).flatten({ background: '#0e0e12' }).ensureAlpha()
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true })
  return jsqr(new Uint8ClampedArray(data), info.width, info.height)?.data
}

describe('ticket image', () => {
  it('carries a code that scans and verifies, at full size and as small as a phone shows it', async () => {
    const ticket = sampleTicket()
    const png = await renderTicketImage(ticket)
    for (const widthPx of [1080, 390]) {
      const code = await readQr(png, widthPx)
      expect(code).toBe(ticket.code)
      expect(verifyTicketCode(code ?? '', sampleKeys.publicKey)).toMatchObject({
        ok: true,
        value: { ticketId: ticket.ticketId, serial: 1 },
      })
    }
  })

  it('is 1080 × 1920, see-through at its notches and corners, and light enough to mail ten of', async () => {
    const png = await renderTicketImage(sampleTicket())
    const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
    const alphaAt = (x: number, y: number) => data[(y * info.width + x) * 4 + 3]
    expect([info.width, info.height]).toEqual([1080, 1920])
    expect([alphaAt(0, 0), alphaAt(2, 1096), alphaAt(1077, 1096), alphaAt(540, 960)]).toEqual([0, 0, 0, 255])
    expect(png.length).toBeLessThan(150_000)
  })

  it('is the same file for the same ticket', async () => {
    const ticket = sampleTicket()
    expect((await renderTicketImage(ticket)).equals(await renderTicketImage(ticket))).toBe(true)
  })

  it('still scans with long names, other scripts, general admission and yen', async () => {
    for (const changes of hardTickets) {
      const ticket = sampleTicket(changes)
      expect(await readQr(await renderTicketImage(ticket), 1080)).toBe(ticket.code)
    }
  })
})
