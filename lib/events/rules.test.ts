import { describe, expect, it } from 'vitest'
import { decodeCursor, encodeCursor, isSlug, makeSlug, writeDateLine } from './rules'

describe('a cursor', () => {
  it('comes back as it went', () => {
    const cursor = {
      rank: 3,
      nextAt: new Date('2026-12-01T18:30:00.123Z'),
      id: '0193b0c0-0000-7000-8000-000000000001',
    }
    expect(decodeCursor(encodeCursor(cursor))).toEqual(cursor)
  })

  it('is refused, never thrown over, when it is not ours', () => {
    for (const text of ['', 'x', '💥', Buffer.from('0.12.not-an-id').toString('base64url')]) {
      expect(decodeCursor(text)).toBeNull()
    }
    const endless = `0.999999999999999999.${'0193b0c0-0000-7000-8000-000000000001'}`
    expect(decodeCursor(Buffer.from(endless).toString('base64url'))).toBeNull()
  })
})

describe('a slug', () => {
  it('keeps what Latin letters say and drops the rest', () => {
    expect(makeSlug("Ōsaka Nights: L'Été & Straße №2")).toBe('osaka-nights-lete-strasse-no2')
  })

  it('is empty for a title that no ASCII can say', () => {
    expect(makeSlug('夜の音楽')).toBe('')
  })

  it('is never longer than sixty and never ends in a dash', () => {
    const slug = makeSlug(`${'a'.repeat(59)} b`)
    expect(slug).toBe('a'.repeat(59))
  })
})

describe('an address', () => {
  it('with anything but slug letters never reaches the database', () => {
    expect(isSlug('velvet-hour-2')).toBe(true)
    for (const text of ['', 'a\0', 'a--b', '-a', 'A', 'ä', '../x', 'a'.repeat(121)])
      expect(isSlug(text)).toBe(false)
  })
})

describe('a poster’s dates', () => {
  it('are those of the venue’s calendar, a run as from and to', () => {
    const timezone = 'Asia/Tokyo'
    const night = new Date('2026-12-11T15:30:00Z')
    expect(writeDateLine({ firstAt: night, lastAt: night, timezone })).toBe('12 December 2026')
    const lastAt = new Date('2026-12-14T10:00:00Z')
    expect(writeDateLine({ firstAt: night, lastAt, timezone })).toMatch(/^12 ?– ?14 December 2026$/)
  })
})
