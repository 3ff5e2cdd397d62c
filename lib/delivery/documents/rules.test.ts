import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contrast } from '@/lib/platform/contrast'
import { formatDay, formatPrice, formatTime } from '../words/rules'
import { facesOf, printable, splitByFace } from './fonts'
import { decideHeadInks } from './rules'

const hex = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`)

describe("a ticket's head", () => {
  it('can be read on every pair of inks', () => {
    fc.assert(
      fc.property(hex, hex, hex, (paper, inkA, inkB) => {
        const { ground, type } = decideHeadInks({ paper, inkA, inkB })
        expect(contrast(ground, type)).toBeGreaterThanOrEqual(4.5)
      }),
    )
  })

  it('falls back to the house for what is no colour', () => {
    const odd = { paper: 'red', inkA: '"><script>', inkB: '#12' }
    expect(decideHeadInks(odd)).toEqual(decideHeadInks(null))
  })
})

describe('type', () => {
  it('keeps what it can draw, in whichever face has it', () => {
    const text = 'Żółć Ğışık Őű €45 Дмитрий 山田'
    expect(printable(text, 'display')).toBe(text)
    const faces = new Set(splitByFace(text, 'display').map((run) => run.face))
    expect([...faces].sort()).toEqual([...facesOf('display')].sort())
    expect(
      splitByFace(text, 'display')
        .map((run) => run.text)
        .join(''),
    ).toBe(text)
  })

  it('never leaves a control character or a box: a base letter, or a question mark', () => {
    expect(printable('a\u0007\u202eb\n c', 'text')).toBe('ab c')
    expect(printable('ﬁ 山 ά', 'mono')).not.toMatch(/山/)
    expect(printable('한 山', 'text')).toBe('? 山')
  })
})

describe('formats', () => {
  const vienna = { country: 'AT', timezone: 'Europe/Vienna' }
  const newYork = { country: 'US', timezone: 'America/New_York' }

  it("are the venue's, whoever reads them", () => {
    expect(formatDay('2026-06-12T22:30:00Z', vienna)).toBe('Saturday, 13 June 2026')
    expect(formatTime('2026-06-12T17:30:00Z', vienna)).toBe('19:30')
    expect(formatDay('2026-06-12T22:30:00Z', newYork)).toBe('Friday, June 12, 2026')
    expect(formatTime('2026-06-12T23:30:00Z', newYork)).toBe('7:30 PM')
  })

  it('give a currency its own decimals', () => {
    expect(formatPrice({ amount: 14500, currency: 'JPY' }, 'JP')).toBe('¥14,500')
    expect(formatPrice({ amount: 2250, currency: 'GBP' }, 'GB')).toBe('£22.50')
    expect(formatPrice({ amount: 14500, currency: 'USD' }, 'nonsense')).toBe('$145.00')
  })
})
