import { describe, expect, it } from 'vitest'
import type { NewsMail } from '../news/types'
import { composeNewsMail } from './compose-news-mail'

const venue = { name: 'Saal', city: 'Vienna', country: 'AT', timezone: 'Europe/Vienna' }
const performance = {
  ...{ startsAt: '2026-12-01T18:30:00Z', onSaleAt: null, venue },
  priceFrom: { amount: 2900, currency: 'EUR' },
}
const mail: NewsMail = {
  ...{ name: 'Ada', organizer: 'Night <& Day>' },
  event: {
    ...{ title: 'Blue Hour', subtitle: null, url: 'https://t.example/events/blue-hour' },
    pictureUrl: 'https://t.example/events/blue-hour/share-card',
  },
  performances: [performance],
  unfollowUrl: 'https://t.example/organizers/night/unfollow?token=x',
  oneClickUrl: 'https://t.example/organizers/night/unfollow/one-click?token=x',
}

describe('a mail about new dates', () => {
  it('says what, when and where in the venue’s time, and how to end it', async () => {
    const { subject, html, text } = await composeNewsMail(mail)
    expect(subject).toBe('Night <& Day>: Blue Hour')
    expect(html).toContain('Night &lt;&amp; Day&gt;')
    expect(text).toMatch(/1 December 2026, 19:30/)
    expect(text).toMatch(/29[.,]00/)
    expect(html).toContain(mail.unfollowUrl)
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
