import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeXml, writeRss } from './rules'
import type { FeedItem } from './types'

const item: FeedItem = {
  ...{ title: 'Rock & <Roll>', text: '12 "December"', url: 'https://t.example/events/rock?a=1&b=2' },
  ...{ guid: 'rock', publishedAt: '2026-11-20T10:00:00Z', imageUrl: 'https://t.example/card' },
}
const feed = {
  ...{ title: 'Night & Day', description: 'What is to come', language: 'en' },
  ...{
    pageUrl: 'https://t.example/organizers/night',
    feedUrl: 'https://t.example/organizers/night/feed.xml',
  },
}

describe('a feed', () => {
  it('is RSS 2.0 with everything escaped, newest first', () => {
    const older = { ...item, title: 'Older', publishedAt: '2026-01-01T10:00:00Z' }
    const xml = writeRss({ ...feed, items: [older, item] })
    expect(xml).toContain('<title>Rock &amp; &lt;Roll&gt;</title>')
    expect(xml).toContain('<link>https://t.example/events/rock?a=1&amp;b=2</link>')
    expect(xml).toContain('<pubDate>Fri, 20 Nov 2026 10:00:00 GMT</pubDate>')
    expect(xml.indexOf('Rock')).toBeLessThan(xml.indexOf('Older'))
  })

  it('has no character that XML could not bear, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const escaped = escapeXml(text)
        // Tab and line ends are the only control characters XML 1.0 has.
        expect(escaped).not.toMatch(/(?![\t\n\r])\p{Cc}|[<>"'\ufffe\uffff]/u)
        expect(escaped.replace(/&(amp|lt|gt|quot|apos);/g, '')).not.toContain('&')
        expect(escaped.isWellFormed()).toBe(true)
      }),
    )
  })
})
