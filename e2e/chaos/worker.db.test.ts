import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GET as runCronRoute } from '@/app/api/cron/route'
import { startFilesEmulator } from '@/host/emulators/files/start'
import { confirmOrder } from '@/lib/coordinator/confirm-order'
import { startWorker, stopWorker } from '@/lib/coordinator/jobs'
import { renderReceipt } from '@/lib/coordinator/render-receipt'
import { renderTicket } from '@/lib/coordinator/render-ticket'
import { viewOrder, viewTickets } from '@/lib/coordinator/view-order'
import { prisma } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { startPaying } from '../concurrency/testing/till'
import { eventually } from '../fixtures/box-office'
import { endHoldIn, must, newFan, seatRows } from '../fixtures/fans'
import { openHallWithOffice } from '../fixtures/hall-with-office'

const { hall, office, freshSeats } = openHallWithOffice()
let closeFiles: () => Promise<void>

beforeAll(async () => {
  const dir = mkdtempSync(join(tmpdir(), 'worker-files-'))
  const files = await startFilesEmulator({ port: 0, dir, accessKeyId: env.S3_ACCESS_KEY_ID ?? '' })
  Object.assign(env, { S3_ENDPOINT: files.url })
  closeFiles = async () => {
    await files.close()
    rmSync(dir, { recursive: true, force: true })
  }
})
afterAll(async () => {
  await stopWorker()
  await closeFiles()
})

async function startSale(count = 1) {
  const { request, ...sale } = await startPaying(hall, freshSeats(count))
  return { ...sale, ...request }
}

describe('the worker', () => {
  it('mails the tickets of a sale, and tells of an end the fan did not ask for', async () => {
    await startWorker()
    const sold = await startSale()
    await office.pay(sold.url)
    expect(must(await confirmOrder(sold)).status).toBe('paid')
    await eventually(async () => (await office.mails(sold.fan.email))[0]?.attachments.length)
    const lost = await startSale()
    await office.pay(lost.url)
    await eventually(async () => {
      await prisma.payment.updateMany({ data: { updatedAt: new Date(0) } })
      return (await viewOrder(lost.access, lost.orderId))?.status === 'authorized'
    })
    await endHoldIn(lost.fan, hall, -10)
    const mail = await eventually(async () => (await office.mails(lost.fan.email))[0])
    expect(mail.subject).toContain('You were not charged')
    const [row] = await eventually(async () => {
      const rows = await seatRows(hall, lost.seats)
      return rows[0]?.status === 'free' && rows
    })
    expect(row?.holdId).toBeNull()
  })

  it('stops, and starts again', async () => {
    await stopWorker()
    await startWorker()
    await startWorker()
    await stopWorker()
  })
})

describe('the cron door', () => {
  const call = (authorization?: string) =>
    runCronRoute(
      new Request('http://localhost/api/cron', { headers: authorization ? { authorization } : {} }),
    )

  it('is not there for anyone without the secret', async () => {
    for (const given of [undefined, 'Bearer ', `Bearer ${env.CRON_SECRET}x`, env.CRON_SECRET]) {
      expect((await call(given)).status).toBe(404)
    }
  })

  it('does what the worker does: ends orders whose time is over, and sends what is due', async () => {
    const late = await startSale()
    await endHoldIn(late.fan, hall, -10)
    const sold = await startSale()
    await office.pay(sold.url)
    must(await confirmOrder(sold))
    const done = await call(`Bearer ${env.CRON_SECRET}`)
    expect(done.status).toBe(200)
    expect((await viewOrder(late.access, late.orderId))?.cancelReason).toBe('expired')
    expect(await office.mails(sold.fan.email)).toHaveLength(1)
  })
})

describe('a ticket’s documents', () => {
  it('are for whoever may see the order, and the same each time', async () => {
    const { orderId, url, access } = await startSale(2)
    await office.pay(url)
    must(await confirmOrder({ access, orderId }))
    const [ticket] = (await viewTickets(access, orderId)) ?? []
    const ticketId = ticket?.id ?? ''
    const pdf = must(await renderTicket({ access, ticketId, format: 'pdf' }))
    const image = must(await renderTicket({ access, ticketId, format: 'image' }))
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(image.bytes.subarray(1, 4).toString()).toBe('PNG')
    expect(
      must(await renderReceipt({ access, orderId }))
        .bytes.subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
    for (const format of ['pdf', 'image'] as const) {
      const kept = must(await renderTicket({ access, ticketId, format }))
      expect(kept.bytes.equals((format === 'pdf' ? pdf : image).bytes)).toBe(true)
    }
    const stranger = await newFan()
    for (const other of [stranger.owner, {}, { key: 'tbo_guessed' }]) {
      expect(await renderTicket({ access: other, ticketId, format: 'pdf' })).toMatchObject({
        code: 'not_found',
      })
      expect(await renderReceipt({ access: other, orderId })).toMatchObject({ code: 'not_found' })
    }
    const { accessToken: key } = await prisma.order.findUniqueOrThrow({ where: { id: orderId } })
    expect((await renderTicket({ access: { key }, ticketId, format: 'image' })).ok).toBe(true)
  })

  it('are drawn anew where the store is away', async () => {
    const { orderId, url, access } = await startSale()
    await office.pay(url)
    must(await confirmOrder({ access, orderId }))
    const [ticket] = (await viewTickets(access, orderId)) ?? []
    await closeFiles()
    const drawn = must(await renderTicket({ access, ticketId: ticket?.id ?? '', format: 'pdf' }))
    expect(drawn.bytes.length).toBeGreaterThan(1000)
  })
})
