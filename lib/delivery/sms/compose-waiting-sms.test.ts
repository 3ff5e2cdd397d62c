import { describe, expect, it } from 'vitest'
import { LOCALES } from '@/lib/i18n/locales'
import { writeIn } from '@/lib/i18n/reader-locale'
import { composeWaitingSms } from './compose-waiting-sms'
import { countGsm, SMS_LENGTH, toGsm } from './rules'

const url = `https://tickets.example.com/waiting-list/tbw_${'k'.repeat(43)}`
const facts = {
  ...{ title: 'The Glass Orchard', count: 2, until: '2026-06-01T17:45:00Z', url },
  venue: { country: 'AT', timezone: 'Europe/Vienna' },
}

describe('the SMS to who is called', () => {
  it('says how many, for what and until when, with a link', () => {
    const text = composeWaitingSms({ ...facts, url: 'http://localhost/w' })
    expect(text).toBe(
      'TicketBoss: 2 seats for The Glass Orchard, held for you until 19:45: http://localhost/w',
    )
  })

  it.each(LOCALES)('is one SMS however long the title is: %s', (locale) => {
    const title = 'Señor Ærøskøbing’s “Grand” Opera — with an afterpiece nobody has ever sat through…'
    const text = writeIn(locale, () => composeWaitingSms({ ...facts, title, count: 10 }))
    expect(countGsm(text)).toBeLessThanOrEqual(SMS_LENGTH.gsm)
    expect(text).toContain(url)
    expect(text).toMatch(/Señor .*\.\.\./)
  })

  it('goes out in another script all the same, the title whole', () => {
    const text = composeWaitingSms({ ...facts, title: '雨の中の猫' })
    expect(text).toContain('雨の中の猫')
    expect(text).toContain(url)
  })
})

describe('the GSM alphabet', () => {
  it('counts what is in its extension twice, and knows no other letters', () => {
    expect(countGsm('10 €')).toBe(5)
    expect(countGsm('žluť')).toBeNull()
  })

  it('is reached by dropping marks and typographic looks, never letters', () => {
    expect(toGsm('à “l’été” – ça va ? Łódź, Ærø')).toBe('à "l\'été" - ca va ? Lódz, Ærø'.replace('ó', 'o'))
    expect(toGsm('雨')).toBe('雨')
  })
})
