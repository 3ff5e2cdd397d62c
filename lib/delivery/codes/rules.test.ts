import { generateKeyPairSync } from 'node:crypto'
import { create } from 'qrcode'
import { describe, expect, it } from 'vitest'
import { newId } from '@/lib/platform/ids'
import { readTicketKeys, shortTicketCode, signTicketCode, verifyTicketCode } from './rules'

const box = generateKeyPairSync('ed25519')
const claims = { ticketId: newId(), performanceId: newId(), serial: 3 }
const code = signTicketCode(claims, box.privateKey)

const refusal = (altered: string) => {
  const result = verifyTicketCode(altered, box.publicKey)
  return result.ok ? 'accepted' : result.detail
}

describe('ticket codes', () => {
  it('say what was signed, to anyone with the public key', () => {
    expect(verifyTicketCode(code, box.publicKey)).toEqual({ ok: true, value: claims })
  })

  it('stay within a QR code of version 8', () => {
    expect(create(code, { errorCorrectionLevel: 'M' }).version).toBeLessThanOrEqual(8)
  })

  it('are refused when any one character differs', () => {
    for (let i = 0; i < code.length; i++) {
      const other = code[i] === 'A' ? 'B' : 'A'
      expect(refusal(code.slice(0, i) + other + code.slice(i + 1)), `character ${i}`).not.toBe('accepted')
    }
  })

  it('have one spelling only: the spare bits of base64url do not pass', () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    const spellings = [...alphabet].map((last) => code.slice(0, -1) + last)
    expect(spellings.filter((spelling) => refusal(spelling) === 'accepted')).toEqual([code])
  })

  it('are refused when cut anywhere, extended, or not ours', () => {
    for (let end = 0; end < code.length; end++) expect(refusal(code.slice(0, end))).not.toBe('accepted')
    for (const other of [`${code}.x`, `${code}A`, `${code}=`, 'https://example.com/', '{}', '..', 'TB1..']) {
      expect(refusal(other), other).not.toBe('accepted')
    }
  })

  it('are refused under another key', () => {
    const stranger = generateKeyPairSync('ed25519')
    const result = verifyTicketCode(signTicketCode(claims, stranger.privateKey), box.publicKey)
    expect(result).toMatchObject({
      ok: false,
      code: 'unknown_ticket',
      detail: expect.stringContaining('signature'),
    })
  })

  it('are refused when of another version, even with the same signature', () => {
    expect(refusal(code.replace('TB1', 'TB2'))).toContain('version')
  })

  it('differ between issues of one ticket, so that a re-issue can end the older one', () => {
    const reissued = signTicketCode({ ...claims, serial: 4 }, box.privateKey)
    expect(reissued).not.toBe(code)
    expect(shortTicketCode(reissued)).not.toBe(shortTicketCode(code))
    expect(verifyTicketCode(reissued, box.publicKey)).toMatchObject({ value: { serial: 4 } })
  })

  it('are never made from claims that do not fit', () => {
    expect(() => signTicketCode({ ...claims, serial: 0 }, box.privateKey)).toThrow(RangeError)
    expect(() => signTicketCode({ ...claims, serial: 2 ** 32 }, box.privateKey)).toThrow(RangeError)
    expect(() => signTicketCode({ ...claims, ticketId: 'x' }, box.privateKey)).toThrow(RangeError)
  })

  it('read the signing key as it is configured, and refuse another kind of key', () => {
    const pkcs8 = box.privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')
    expect(verifyTicketCode(code, readTicketKeys(pkcs8).publicKey).ok).toBe(true)
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
    const wrong = rsa.export({ format: 'der', type: 'pkcs8' }).toString('base64')
    expect(() => readTicketKeys(wrong)).toThrow('Ed25519')
  })
})

it('short codes are easy to read out', () => {
  expect(shortTicketCode(code)).toMatch(/^[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/)
})
