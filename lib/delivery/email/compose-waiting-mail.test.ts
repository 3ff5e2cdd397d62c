import { describe, expect, it } from 'vitest'
import { writeIn } from '@/lib/i18n/reader-locale'
import { sampleReturnMail as returned, sampleWaitingMail as waiting } from '../testing/sample-waiting'
import { composeReturnMail } from './compose-return-mail'
import { composeWaitingMail } from './compose-waiting-mail'

/** Without the breaks that plain text is folded at. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ')
}

describe('a mail about a waiting list', () => {
  it('says of held seats which, how much, and until when in the time of the venue', async () => {
    const { subject, text, html } = await composeWaitingMail(waiting)
    expect(subject).toBe('2 seats for you until 19:45: The Glass Orchard')
    expect(plain(text)).toContain('held for you alone until 19:45 (CEST): 15 minutes')
    expect(text).toContain('Stalls, row F, seat 17')
    expect(text).toContain('€ 90,00')
    expect(html.indexOf('Take the seats')).toBeLessThan(html.indexOf('The Glass Orchard</h2>'))
    expect(html).toContain(`href="${waiting.url}"`)
    expect(html).toContain(`href="${waiting.url}#leave"`)
  })

  it('says to who joined how many stand before them, and how to leave', async () => {
    const joined = { ...waiting, kind: 'joined' as const, seats: [], until: null }
    const { subject, text } = await composeWaitingMail({ ...joined, ahead: 3 })
    expect(subject).toBe('You are on the waiting list: The Glass Orchard')
    expect(plain(text)).toContain('3 entries are before yours')
    expect(plain(text)).toContain('2 seats or fewer, Stalls')
    expect(text).toContain('#leave')
    expect((await composeWaitingMail({ ...joined, ahead: 0 })).text).toContain('first in line')
  })

  it('says to who came too late that nothing was charged', async () => {
    const { text } = await composeWaitingMail({ ...waiting, kind: 'missed', seats: [], until: null })
    expect(plain(text)).toContain('You were charged nothing.')
    expect(text).toContain('Join again')
  })

  it.each([
    ['de', '2 Plätze für dich bis 19:45', 'nur für dich reserviert'],
    ['es', '2 asientos para ti hasta las 19:45', 'solo para ti'],
    ['fr', '2 places pour vous jusqu’à 19:45', 'pour vous seul'],
  ])('is written in its reader’s language: %s', async (locale, subject, words) => {
    const mail = await writeIn(locale, () => composeWaitingMail(waiting))
    expect(mail.subject).toContain(subject)
    expect(plain(mail.text)).toContain(words)
    expect(mail.html).toContain(`lang="${locale}"`)
  })

  it('never runs what a name or a title says', async () => {
    const evil = '<img src=x onerror=alert(1)>'
    const { html } = await composeWaitingMail({
      ...waiting,
      name: evil,
      event: { ...waiting.event, title: evil },
    })
    expect(html).not.toContain('<img src=x')
  })
})

describe('a mail about a returned ticket', () => {
  it('says of a sold one how much goes back, and to which card', async () => {
    const { subject, text } = await composeReturnMail({ ...returned, kind: 'sold' })
    expect(subject).toContain('€ 45,00')
    expect(plain(text)).toContain('€ 45,00 to your Visa card ending 4242')
    expect(text).toContain('Your ticket is void')
  })

  it('promises no money where nothing was sold', async () => {
    const { text } = await composeReturnMail({ ...returned, kind: 'unsold' })
    expect(text).not.toContain('€')
    expect(text).toContain('Its code is good at the door.')
  })
})
