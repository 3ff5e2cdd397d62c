import { describe, expect, it } from 'vitest'
import type { NewsMail } from '../news/types'
import { composeNewsMail } from './compose-news-mail'

const venue = { name: 'Saal', city: 'Vienna', country: 'AT', timezone: 'Europe/Vienna' }
const performance = {
  ...{ startsAt: '2026-12-01T18:30:00Z', onSaleAt: null, venue },
  priceFrom: { amount: 2900, currency: 'EUR' },
}
const mail: NewsMail = {
  name: 'Ada',
  event: {
    ...{ title: 'Blue Hour', subtitle: null, url: 'https://t.example/events/blue-hour' },
    pictureUrl: 'https://t.example/events/blue-hour/share-card',
  },
  performances: [performance],
  reasons: [{ name: 'Night <& Day>', unfollowUrl: 'https://t.example/unfollow?token=x' }],
  oneClickUrl: 'https://t.example/unfollow/one-click?token=x',
}

describe('a mail about new dates', () => {
  it('says what, when and where in the venue’s time, and how to end it', async () => {
    const { subject, html, text } = await composeNewsMail(mail)
    expect(subject).toBe('Night <& Day>: Blue Hour')
    expect(html).toContain('Night &lt;&amp; Day&gt;')
    expect(text).toMatch(/1 December 2026, 19:30/)
    expect(text).toMatch(/29[.,]00/)
    expect(html).toContain('https://t.example/unfollow?token=x')
  })

  it('names all whom one follows, each with a way out of their own', async () => {
    const oda = { name: 'Oda Velk', unfollowUrl: 'https://t.example/unfollow?token=y' }
    const { subject, html, text } = await composeNewsMail({ ...mail, reasons: [oda, ...mail.reasons] })
    expect(subject).toBe('Oda Velk: Blue Hour')
    expect(text).toContain('because you follow Oda Velk and Night <& Day>')
    for (const { unfollowUrl } of [oda, ...mail.reasons]) expect(html).toContain(unfollowUrl)
  })

  it('does not say a name twice where the event is called after it', async () => {
    const reasons = [{ name: 'Blue Hour', unfollowUrl: 'https://t.example/unfollow?token=y' }]
    expect((await composeNewsMail({ ...mail, reasons })).subject).toBe('New dates: Blue Hour')
  })

  it('can be ended by the mail program itself', async () => {
    expect((await composeNewsMail(mail)).headers).toEqual({
      'List-Unsubscribe': `<${mail.oneClickUrl}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    })
  })

  it('names six dates at most, and how many more there are', async () => {
    const many = Array.from({ length: 9 }, (_, i) => ({
      ...performance,
      startsAt: `2026-12-0${i + 1}T18:30:00Z`,
    }))
    const { text } = await composeNewsMail({ ...mail, performances: many })
    expect(text.match(/December 2026/g)).toHaveLength(6)
    expect(text).toContain('And 3 more dates.')
  })
})
